-- Accounts that are erased in slices. What takes long to build has a migration of its own (V11, V12): a lock on users, which
-- every request reads, is held until the end of the transaction.

-- When its user asked for it; from then on the account is nobody's, and the rest of what was theirs is removed bit by bit.
alter table users add column erased_at timestamptz;

-- As before (V3), but for whoever is erased: of the contributions that go in a slice the sums may come to anything, and the
-- goals and incomes that they are kept at go as well.
create or replace function contribution_sums() returns trigger language plpgsql as $$
declare
    sign constant integer not null = case tg_op when 'INSERT' then 1 else -1 end;
begin
    if current_setting('nestegg.erasing', true) = 'on' then
        return null;
    end if;
    update goal g set saved = saved + sign * c.amount
        from (select user_id, goal_id, sum(amount) as amount from rows group by user_id, goal_id) c
        where g.user_id = c.user_id and g.id = c.goal_id;
    update transaction t set allocated = allocated + sign * c.amount
        from (select user_id, transaction_id, sum(amount) as amount from rows
            where transaction_id is not null group by user_id, transaction_id) c
        where t.user_id = c.user_id and t.id = c.transaction_id;
    if exists (
        select from contribution c
        where (c.user_id, c.goal_id, c.transaction_id) in (select user_id, goal_id, transaction_id from rows)
        group by c.user_id, c.goal_id, c.transaction_id having sum(c.amount) < 0)
    then
        raise exception 'new row for relation "goal" violates check constraint "goal_saved_check"'
            using errcode = 'check_violation', constraint = 'goal_saved_check';
    end if;
    return null;
end
$$;
