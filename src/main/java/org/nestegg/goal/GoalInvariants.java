package org.nestegg.goal;

import org.nestegg.platform.operation.Invariant;

/** What triggers keep of contributions, see V25. */
final class GoalInvariants {

    static final Invariant SAVINGS = new Invariant("savings-of-goals", """
            select g.user_id, 'goal ' || g.id as object,
                    cast(g.saved as text) as kept, cast(coalesce(c.amount, 0) as text) as found
                from goal g left join (
                    select user_id, goal_id, sum(amount) as amount from contribution group by user_id, goal_id) c
                    on c.user_id = g.user_id and c.goal_id = g.id
                where g.saved <> coalesce(c.amount, 0)
            """);

    static final Invariant ALLOCATIONS = new Invariant("allocations-of-incomes", """
            select t.user_id, 'transaction ' || t.id as object,
                    cast(t.allocated as text) as kept, cast(coalesce(c.amount, 0) as text) as found
                from transaction t left join (
                    select user_id, transaction_id, sum(amount) as amount from contribution
                        where transaction_id is not null group by user_id, transaction_id) c
                    on c.user_id = t.user_id and c.transaction_id = t.id
                where t.allocated <> coalesce(c.amount, 0)
            """);

    static final Invariant SHARES = new Invariant("shares-of-incomes", """
            select user_id, 'goal ' || goal_id || ' with transaction ' || transaction_id as object,
                    '0 or more' as kept, cast(sum(amount) as text) as found
                from contribution where transaction_id is not null
                group by user_id, goal_id, transaction_id having sum(amount) < 0
            """);

    private GoalInvariants() {}
}
