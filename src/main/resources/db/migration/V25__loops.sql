-- Sums by plain statements on rows of one user, which run where that user's rows are (V3 and V9 joined with the rows of the
-- statement).

create or replace function contribution_sums() returns trigger language plpgsql as $$
declare
    sign constant integer not null = case tg_op when 'INSERT' then 1 else -1 end;
    r record;
begin
    if current_setting('nestegg.erasing', true) = 'on' then
        return null;
    end if;
    for r in
        select user_id, array_agg(goal_id) as goals, array_agg(amount) as amounts
            from (select user_id, goal_id, sum(amount) as amount from rows group by user_id, goal_id) sums
            group by user_id order by user_id
    loop
        update goal g set saved = saved + sign * s.amount from unnest(r.goals, r.amounts) s (goal_id, amount)
            where g.user_id = r.user_id and g.id = s.goal_id;
    end loop;
    for r in
        select user_id, transaction_id, array_agg(distinct goal_id) as goals, sum(amount) as amount from rows
            where transaction_id is not null group by user_id, transaction_id order by user_id, transaction_id
    loop
        update transaction set allocated = allocated + sign * r.amount
            where user_id = r.user_id and id = r.transaction_id;
        if exists (
            select from contribution c
            where c.user_id = r.user_id and c.transaction_id = r.transaction_id and c.goal_id = any(r.goals)
            group by c.goal_id having sum(c.amount) < 0)
        then
            raise exception 'new row for relation "goal" violates check constraint "goal_saved_check"'
                using errcode = 'check_violation', constraint = 'goal_saved_check', table = 'goal';
        end if;
    end loop;
    return null;
end
$$;
