-- :rows transactions of each user of bench_user (n, id), over five years, in the order in which they would arrive: everybody's first,
-- then everybody's second. Each user has two accounts, in one of which every fourth transaction lies, and a tree of 200 goals.
-- Triggers keep sums and changes as they do for any insert; uuid_at makes UUIDv7s of those days.

create function uuid_at(moment timestamptz) returns uuid language sql volatile as $$
    select encode(
        set_byte(set_byte(
            overlay(uuid_send(gen_random_uuid()) placing
                substring(int8send((extract(epoch from moment) * 1000)::bigint) from 3) from 1 for 6),
            6, (get_byte(uuid_send(gen_random_uuid()), 6) & 15) | 112), 8, (get_byte(uuid_send(gen_random_uuid()), 8) & 63) | 128),
        'hex')::uuid
$$;

insert into account (user_id, id, version, created_at, updated_at, name, kind, currency, opening_balance, closed)
    select id, uuid_at('2020-12-31'), 0, '2020-12-31', '2020-12-31', kind, kind, 'EUR', 100, false
    from bench_user, unnest(array['checking', 'cash']) kind;

-- Each was a change of its own, after those of the accounts.
alter table transaction disable trigger transaction_created;

insert into change (user_id, seq, at, kind, actor_type)
    select u.id, 1 + i, now(), 'createTransaction', 'session' from generate_series(1, :rows) i cross join bench_user u
    order by i, u.n;

update feed_head set seq = 1 + :rows, summed = true;

insert into transaction (user_id, id, version, created_at, updated_at, description, amount, currency, date, category, tags,
        account_id, created_seq)
    select u.id, uuid_at(r.at), 0, r.at, r.at, 'Transaction ' || r.i,
            case when r.i % 10 = 0 then 1500 + r.i % 1000 else -(1 + (r.i * 37 % 10000) / 100.0) end, 'EUR', r.at::date,
            (array['groceries', 'rent', 'travel', 'health', 'fun', 'salary', 'books', 'other'])[1 + r.i * 7 % 8],
            case when r.i % 5 = 0 then '{monthly}'::varchar[] else '{}' end,
            case when r.i % 4 = 0 then a.id end, 1 + r.i
        from (select i, timestamptz '2021-01-01' + interval '1826 days' * ((i - 1)::float / :rows) as at
                from generate_series(1, :rows) i) r
            cross join bench_user u
            join account a on a.user_id = u.id and a.name = 'checking'
        order by r.i, u.n;

alter table transaction enable trigger transaction_created;

create temporary table bench_goal as
    select u.id as user_id, g.n, uuid_at(now()) as id from bench_user u, generate_series(1, 200) g (n);

-- Five below each, so that the tree is four deep.
insert into goal (user_id, id, version, created_at, updated_at, name, start_at, parent_id, currency)
    select g.user_id, g.id, 0, now(), now(), 'Goal ' || g.n, now(), p.id, 'EUR'
    from bench_goal g left join bench_goal p on p.user_id = g.user_id and p.n = g.n / 5 and g.n >= 5
    order by g.user_id, g.n;

vacuum (freeze, analyze);
