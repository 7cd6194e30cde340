package org.nestegg.transaction.sum;

import org.nestegg.platform.operation.Invariant;

/** What triggers keep of transactions, see V31. */
final class SumInvariants {

    /** A user whose sums are not whole yet has none to compare. */
    static final Invariant MONTHS = new Invariant("sums-of-months", """
            select user_id, concat_ws(' ', 'month', to_char(month, 'YYYY-MM'), type, currency, 'category', category,
                        'account', account_id) as object,
                    sum(count) || ' of ' || sum(amount) as kept, sum(n) || ' of ' || sum(found) as found
                from (
                    select m.user_id, month, account_id, currency, category, type, amount, count, 0 as found, 0 as n
                        from transaction_month m join feed_head h on h.user_id = m.user_id and h.summed
                    union all
                    select t.user_id, cast(date_trunc('month', cast(date as timestamp)) as date), account_id, currency, category,
                            transaction_type(amount, transfer_id), 0, 0, amount, 1
                        from transaction t join feed_head h on h.user_id = t.user_id and h.summed) both_sides
                group by user_id, month, account_id, currency, category, type
                having sum(amount) <> sum(found) or sum(count) <> sum(n)
            """);

    static final Invariant ACCOUNTS = new Invariant("balances-of-accounts", """
            select a.user_id, 'account ' || a.id as object,
                    a.transaction_count || ' of ' || a.moved as kept,
                    coalesce(t.n, 0) || ' of ' || coalesce(t.amount, 0) as found
                from account a left join (
                    select user_id, account_id, sum(amount) as amount, count(*) as n from transaction
                        where account_id is not null group by user_id, account_id) t
                    on t.user_id = a.user_id and t.account_id = a.id
                where a.moved <> coalesce(t.amount, 0) or a.transaction_count <> coalesce(t.n, 0)
            """);

    private SumInvariants() {}
}
