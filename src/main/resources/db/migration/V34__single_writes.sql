-- What every single write does, by less work; what it comes to is as before. Most changes are one row, of a user who has made
-- changes before.

create or replace function open_change(
    owner uuid, kind text, actor_type text, actor_id uuid, actor_name text, out seq bigint)
language plpgsql as $$
declare
    moment timestamptz;
begin
    update feed_head h set
            seq = h.seq + 1, transaction_id = pg_current_xact_id(), at = greatest(h.at, clock_timestamp())
        where h.user_id = owner
        returning h.seq, h.at into open_change.seq, moment;
    if not found then
        insert into feed_head as h (user_id, seq, transaction_id, at)
            values (owner, 1, pg_current_xact_id(), clock_timestamp())
            on conflict (user_id) do update set
                seq = h.seq + 1, transaction_id = excluded.transaction_id, at = greatest(h.at, clock_timestamp())
            returning h.seq, h.at into open_change.seq, moment;
    end if;
    if open_change.seq = 1 then
        update feed_head set summed = true
            where user_id = owner and not summed and not exists (select from transaction where user_id = owner);
    end if;
    insert into change values (owner, open_change.seq, moment, kind, actor_type, actor_id, actor_name);
    -- For the default of created_seq.
    perform set_config('nestegg.owner', owner::text, true), set_config('nestegg.seq', open_change.seq::text, true);
end
$$;

create or replace function transaction_sums() returns trigger language plpgsql as $$
declare
    sign constant integer not null = case tg_op when 'INSERT' then 1 else -1 end;
    size integer;
    r record;
begin
    -- Of whoever is erased no sums are kept; and a cascade asks for each row that goes.
    if current_setting('nestegg.erasing', true) = 'on' then
        return null;
    end if;
    select count(*) into size from (select from rows limit 2) two;
    if size = 0 then
        return null;
    end if;
    if size = 1 and sign = 1 then
        select * into r from rows;
        insert into transaction_month as m (user_id, month, account_id, currency, category, type, amount, count)
            values (
                r.user_id, date_trunc('month', r.date::timestamp)::date, r.account_id, r.currency, r.category,
                transaction_type(r.amount, r.transfer_id), r.amount, 1)
            on conflict (user_id, month, account_id, currency, category, type) do update
                set amount = m.amount + excluded.amount, count = m.count + 1;
        if r.account_id is not null then
            update account set moved = moved + r.amount, transaction_count = transaction_count + 1
                where user_id = r.user_id and id = r.account_id;
        end if;
        return null;
    end if;
    for r in
        select user_id, array_agg(month) as months, array_agg(account_id) as accounts, array_agg(currency) as currencies,
                array_agg(category) as categories, array_agg(type) as types, array_agg(amount) as amounts,
                array_agg(n) as counts
            from (
                select user_id, date_trunc('month', date::timestamp)::date as month, account_id, currency::text as currency,
                        category, transaction_type(amount, transfer_id) as type, sign * sum(amount) as amount,
                        sign * count(*) as n
                    from rows group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6) s
            group by user_id
    loop
        perform add_to_months(
            r.user_id, r.months, r.accounts, r.currencies, r.categories, r.types, r.amounts, r.counts);
    end loop;
    return null;
end
$$;
