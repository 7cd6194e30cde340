-- Transactions that many users create at the same time, by one statement: each is a change of its own, as if each user had asked
-- alone (open_change), but what a statement and a commit cost is paid once.

-- Creates transactions, and says of each which change that is. Left out, and not done at all, is what is of somebody who has made
-- no change yet or is writing just now, so that nobody waits for somebody else; and what would lie in an account that does not take
-- it.
create function create_transactions(owners uuid[], entries json)
returns table (created_id uuid, change_seq bigint) language plpgsql as $$
declare
    free uuid[];
begin
    -- Users, too, because rows refer to them.
    free := array(
        select h.user_id from feed_head h join users u on u.id = h.user_id where h.user_id = any(owners) and h.seq > 0
            order by h.user_id for no key update of h skip locked for key share of u skip locked);
    -- What is created has its change, whosever it is.
    perform set_config('nestegg.owner', '*', true);
    return query
        with entry as materialized (
            select e.*, row_number() over (partition by e.user_id order by e.id) as place
                from json_to_recordset(entries) e (
                    user_id uuid, id uuid, created_at timestamptz, description text, amount numeric, currency text, date date,
                    category text, tags text[], notes text, account_id uuid, kind text, actor_type text, actor_id uuid,
                    actor_name text)
                where e.user_id = any(free)
                    and (e.account_id is null or exists (
                        select from account a
                            where a.user_id = e.user_id and a.id = e.account_id and a.currency = e.currency
                                and not a.closed))),
        head as (
            update feed_head h set
                    seq = h.seq + n.count, transaction_id = pg_current_xact_id(), at = greatest(h.at, clock_timestamp())
                from (select user_id, count(*) as count from entry group by user_id) n
                where h.user_id = n.user_id
                returning h.user_id, h.seq - n.count as before, h.at),
        made as (
            insert into change (user_id, seq, at, kind, actor_type, actor_id, actor_name)
                select user_id, h.before + e.place, h.at, e.kind, e.actor_type, e.actor_id, e.actor_name
                    from entry e join head h using (user_id))
        insert into transaction as t (
                user_id, id, version, created_at, updated_at, description, amount, currency, date, category, tags, notes,
                account_id, created_seq)
            select user_id, e.id, 0, e.created_at, e.created_at, e.description, e.amount, e.currency, e.date, e.category,
                    e.tags, e.notes, e.account_id, h.before + e.place
                from entry e join head h using (user_id)
            returning t.id, t.created_seq;
    perform set_config('nestegg.owner', '', true);
end
$$;

create or replace trigger transaction_created before insert on transaction for each row
    when (new.created_seq is null or coalesce(current_setting('nestegg.owner', true), '') not in ('*', new.user_id::text))
    execute function put_in_change();

-- What transaction_sums does, for those of many users at once.
create function gathered_sums() returns trigger language plpgsql as $$
begin
    insert into transaction_month as m (user_id, month, account_id, currency, category, type, amount, count)
        select user_id, date_trunc('month', date::timestamp)::date, account_id, currency, category,
                transaction_type(amount, transfer_id), sum(amount), count(*)
            from rows group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
        on conflict (user_id, month, account_id, currency, category, type) do update
            set amount = m.amount + excluded.amount, count = m.count + excluded.count;
    update account a set moved = a.moved + s.amount, transaction_count = a.transaction_count + s.count
        from (select user_id, account_id, sum(amount) as amount, count(*) as count
            from rows where account_id is not null group by 1, 2) s
        where a.user_id = s.user_id and a.id = s.account_id;
    return null;
end
$$;

create or replace trigger transaction_inserted after insert on transaction
    referencing new table as rows for each statement
    when (current_setting('nestegg.owner', true) is distinct from '*') execute function transaction_sums();

create trigger transaction_gathered after insert on transaction
    referencing new table as rows for each statement
    when (current_setting('nestegg.owner', true) = '*') execute function gathered_sums();
