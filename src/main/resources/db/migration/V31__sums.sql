-- What somebody's transactions come to in each month, by account, currency, category and type, kept by triggers in the transaction
-- of the change, so that nobody adds up rows to know. Changes are added to the sums of all users from here on; what was there
-- before is added by the migration after these (V33), and until it has been, a user is read from rows.

create table transaction_month (
    user_id    uuid    not null references users on delete cascade,
    -- A sum is known by what it is of; this is for whoever copies rows.
    id         uuid    not null default gen_random_uuid(),
    -- Its first day.
    month      date    not null,
    account_id uuid,
    currency   char(3) not null,
    category   text,
    type       text    not null check (type in ('income', 'expense', 'transfer')),
    -- With its sign. A sum has no bound.
    amount     numeric not null,
    count      bigint  not null,
    primary key (user_id, id)
) with (fillfactor = 70);

create unique index transaction_month_key on transaction_month (user_id, month, account_id, currency, category, type)
    nulls not distinct;
create index transaction_month_account_idx on transaction_month (user_id, account_id, month);

alter table transaction_month alter column user_id set (n_distinct = -0.05);

-- Whether the sums of a user are whole.
alter table feed_head add column summed boolean not null default false;

create function transaction_type(amount numeric, transfer_id uuid) returns text language sql immutable parallel safe as $$
    select case when transfer_id is not null then 'transfer' when amount > 0 then 'income' else 'expense' end
$$;

-- Adds to the sums of a user, each once, in one order.
create function add_to_months(
    owner uuid, months date[], accounts uuid[], currencies text[], categories text[], types text[], amounts numeric[],
    counts bigint[])
returns void language plpgsql as $$
begin
    insert into transaction_month as m (user_id, month, account_id, currency, category, type, amount, count)
        select owner, s.* from unnest(months, accounts, currencies, categories, types, amounts, counts)
            s (month, account_id, currency, category, type, amount, count)
        on conflict (user_id, month, account_id, currency, category, type) do update
            set amount = m.amount + excluded.amount, count = m.count + excluded.count;
    if (select min(n) from unnest(counts) n) <= 0 then
        delete from transaction_month where user_id = owner and month = any(months) and count = 0 and amount = 0;
    end if;
    if cardinality(array_remove(accounts, null)) > 0 then
        update account a set moved = a.moved + s.amount, transaction_count = a.transaction_count + s.count
            from (select account_id, sum(amount) as amount, sum(count) as count
                from unnest(accounts, amounts, counts) u (account_id, amount, count)
                where account_id is not null group by account_id) s
            where a.user_id = owner and a.id = s.account_id;
    end if;
end
$$;

create function transaction_sums() returns trigger language plpgsql as $$
declare
    sign constant integer not null = case tg_op when 'INSERT' then 1 else -1 end;
    r record;
begin
    -- Of whoever is erased no sums are kept; and a cascade asks for each row that goes.
    if current_setting('nestegg.erasing', true) = 'on' or not exists (select from rows) then
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

-- What a change does not move is not touched.
create function transaction_sums_moved() returns trigger language plpgsql as $$
declare
    r record;
begin
    for r in
        select user_id, array_agg(month) as months, array_agg(account_id) as accounts, array_agg(currency) as currencies,
                array_agg(category) as categories, array_agg(type) as types, array_agg(amount) as amounts,
                array_agg(n) as counts
            from (
                select user_id, date_trunc('month', date::timestamp)::date as month, account_id, currency::text as currency,
                        category, transaction_type(amount, transfer_id) as type, sum(sign * amount) as amount,
                        sum(sign) as n
                    from (
                        select user_id, date, account_id, currency, category, transfer_id, amount, -1 as sign from old_rows
                        union all
                        select user_id, date, account_id, currency, category, transfer_id, amount, 1 from new_rows) both_rows
                    group by 1, 2, 3, 4, 5, 6 having sum(sign * amount) <> 0 or sum(sign) <> 0
                    order by 1, 2, 3, 4, 5, 6) s
            group by user_id
    loop
        perform add_to_months(
            r.user_id, r.months, r.accounts, r.currencies, r.categories, r.types, r.amounts, r.counts);
    end loop;
    return null;
end
$$;

create trigger transaction_inserted after insert on transaction
    referencing new table as rows for each statement execute function transaction_sums();

create trigger transaction_updated after update on transaction
    referencing old table as old_rows new table as new_rows for each statement execute function transaction_sums_moved();

create trigger transaction_deleted after delete on transaction
    referencing old table as rows for each statement execute function transaction_sums();

-- As in V19; whoever begins without any transaction has whole sums from the start.
create or replace function open_change(
    owner uuid, kind text, actor_type text, actor_id uuid, actor_name text, out seq bigint)
language plpgsql as $$
declare
    moment timestamptz;
begin
    insert into feed_head as h (user_id, seq, transaction_id, at) values (owner, 1, pg_current_xact_id(), clock_timestamp())
        on conflict (user_id) do update set
            seq = h.seq + 1, transaction_id = excluded.transaction_id, at = greatest(h.at, clock_timestamp())
        returning h.seq, h.at into open_change.seq, moment;
    if open_change.seq = 1 then
        update feed_head set summed = true
            where user_id = owner and not summed and not exists (select from transaction where user_id = owner);
    end if;
    insert into change values (owner, open_change.seq, moment, kind, actor_type, actor_id, actor_name);
    -- For the default of created_seq.
    perform set_config('nestegg.owner', owner::text, true), set_config('nestegg.seq', open_change.seq::text, true);
end
$$;
