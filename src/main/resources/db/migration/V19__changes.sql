-- A ledger that remembers: what is a user's changes in changes, each with a number (seq), counted from 1 for each user, without
-- gaps, in the order in which they take effect. A change keeps what was there before it; history, earlier states and undoing
-- follow from that and from the rows as they are. See docs/adr/0020-changes.md.

-- One row for each user who has changed anything. The first statement of a request that writes takes it and counts it up: whoever
-- writes what is the same user's waits here, and nowhere else.
create table feed_head (
    user_id        uuid        not null primary key references users on delete cascade,
    -- Of the newest change.
    seq            bigint      not null,
    -- The transaction that the newest change is made by, or was.
    transaction_id xid8        not null,
    at             timestamptz not null
) with (fillfactor = 50);

create table change (
    user_id    uuid        not null references feed_head on delete cascade,
    seq        bigint      not null check (seq > 0),
    -- Never before that of the change before.
    at         timestamptz not null,
    kind       text        not null check (length(kind) <= 50),
    actor_type text        not null check (actor_type in ('session', 'token', 'schedule', 'service')),
    actor_id   uuid,
    actor_name text        check (length(actor_name) <= 100),
    undoes     bigint      check (undoes < seq),
    primary key (user_id, seq)
);

-- A change is undone once.
create unique index change_undoes_key on change (user_id, undoes) where undoes is not null;
-- For the purge.
create index change_at_idx on change (at, seq);

-- What a change has changed or deleted, as it was before. What a change has created says so itself, by its created_seq.
create table change_item (
    user_id     uuid   not null,
    seq         bigint not null,
    type        text   not null,
    id          uuid   not null,
    op          text   not null check (op in ('changed', 'deleted')),
    created_seq bigint not null,
    before      jsonb  not null,
    primary key (user_id, seq, type, id),
    foreign key (user_id, seq) references change on delete cascade
);

create index change_item_object_idx on change_item (user_id, id, seq);
-- What a change has created and another deleted.
create index change_item_created_idx on change_item (user_id, created_seq) where op = 'deleted' and created_seq > 0;

alter table feed_head alter column user_id set (n_distinct = -1);
alter table change alter column user_id set (n_distinct = 10);
alter table change_item alter column user_id set (n_distinct = 10);

-- Begins a change within a transaction, and says its seq. From here to the end of the transaction nobody else writes what is the
-- user's.
create function open_change(
    owner uuid, kind text, actor_type text, actor_id uuid, actor_name text, out seq bigint)
language plpgsql as $$
declare
    moment timestamptz;
begin
    insert into feed_head as h values (owner, 1, pg_current_xact_id(), clock_timestamp())
        on conflict (user_id) do update set
            seq = h.seq + 1, transaction_id = excluded.transaction_id, at = greatest(h.at, clock_timestamp())
        returning h.seq, h.at into open_change.seq, moment;
    insert into change values (owner, open_change.seq, moment, kind, actor_type, actor_id, actor_name);
    -- For the default of created_seq.
    perform set_config('nestegg.owner', owner::text, true), set_config('nestegg.seq', open_change.seq::text, true);
end
$$;

-- The change that the transaction makes of what is a user's. Whoever has begun none, such as a migration or a replica of the
-- version before, begins it here. None for a user who is just being deleted.
create function change_of(owner uuid) returns bigint language plpgsql as $$
declare
    opened bigint;
begin
    select seq into opened from feed_head where user_id = owner and transaction_id = pg_current_xact_id();
    if not found and exists (select from users where id = owner) then
        opened := open_change(owner, 'direct', 'service', null, null);
    end if;
    return opened;
end
$$;

-- Takes back a change that has turned out to change nothing.
create function drop_change(owner uuid, dropped bigint) returns void language plpgsql as $$
begin
    delete from change where user_id = owner and seq = dropped;
    update feed_head set seq = seq - 1, transaction_id = '0' where user_id = owner and seq = dropped;
    perform set_config('nestegg.seq', '', true);
end
$$;

create function put_in_change() returns trigger language plpgsql as $$
begin
    new.created_seq := coalesce(change_of(new.user_id), 0);
    return new;
end
$$;

-- Keeps what was there before. The first argument is the type of the objects, the second the columns that triggers keep, which
-- are no change.

create function remember_changed() returns trigger language plpgsql as $$
declare
    derived constant text[] not null = tg_argv[1];
    r record;
    opened bigint;
begin
    for r in
        select user_id, array_agg(id) as ids, array_agg(created_seq) as creations, array_agg(image) as images from (
            select user_id, id, created_seq, to_jsonb(o) - derived as image from old_rows o
            except
            select user_id, id, created_seq, to_jsonb(n) - derived from new_rows n) differing
        group by user_id order by user_id
    loop
        opened := change_of(r.user_id);
        insert into change_item
            select r.user_id, opened, tg_argv[0], i.id, 'changed', i.created_seq, i.image
            from unnest(r.ids, r.creations, r.images) i (id, created_seq, image)
            where opened is not null and i.created_seq <> opened
            on conflict do nothing;
    end loop;
    return null;
end
$$;

create function remember_deleted() returns trigger language plpgsql as $$
declare
    derived constant text[] not null = tg_argv[1];
    r record;
    opened bigint;
begin
    -- Of whoever is erased nothing is kept; and a cascade asks for each row that goes, most often for nothing.
    if current_setting('nestegg.erasing', true) = 'on' or not exists (select from old_rows) then
        return null;
    end if;
    for r in
        select user_id, array_agg(id) as ids, array_agg(created_seq) as creations,
                array_agg(to_jsonb(o) - derived) as images
            from old_rows o group by user_id order by user_id
    loop
        opened := change_of(r.user_id);
        insert into change_item
            select r.user_id, opened, tg_argv[0], i.id, 'deleted', i.created_seq, i.image
            from unnest(r.ids, r.creations, r.images) i (id, created_seq, image)
            where opened is not null and i.created_seq <> opened
            on conflict (user_id, seq, type, id) do update set op = 'deleted';
    end loop;
    return null;
end
$$;
