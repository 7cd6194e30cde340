-- What comes again by itself, and which of it has been posted.

create table schedule (
    user_id       uuid          not null references users on delete cascade,
    id            uuid          not null,
    name          text          check (length(name) between 1 and 100),
    start         date          not null,
    recurrence    text          not null check (length(recurrence) between 1 and 200),
    weekend       text          not null check (weekend in ('keep', 'before', 'after')),
    mode          text          not null check (mode in ('post', 'suggest')),
    tolerance     integer       not null check (tolerance between 0 and 100),
    paused        boolean       not null,
    -- What is posted. The amount has the sign of a transaction's; of a transfer, what is moved.
    type          text          not null check (type in ('income', 'expense', 'transfer')),
    description   text          not null check (length(description) between 1 and 200),
    amount        numeric(19,4) not null check (case type when 'expense' then amount < 0 else amount > 0 end),
    currency      char(3)       not null,
    category      text          check (length(category) between 1 and 50),
    tags          varchar(30)[] not null check (cardinality(tags) <= 20),
    notes         text          check (length(notes) <= 2000),
    -- Not foreign keys: what is posted into an account that is gone waits for a person, and keeps no account from going.
    account_id    uuid,
    to_account_id uuid,
    -- Occurrences before this day are skipped unless restored: from before it was made or resumed, or before its rule changed.
    live_from     date          not null,
    skipped       date[]        not null check (cardinality(skipped) <= 1000),
    -- A day, or a day and the transaction that was deleted.
    restored      text[]        not null check (cardinality(restored) <= 1000),
    version       integer       not null,
    created_seq   bigint        not null default nullif(current_setting('nestegg.seq', true), '')::bigint,
    created_at    timestamptz   not null,
    updated_at    timestamptz   not null,
    primary key (user_id, id),
    check ((type = 'transfer') = (to_account_id is not null)),
    check (type <> 'transfer' or account_id is not null and account_id <> to_account_id)
);

create index schedule_created_seq_idx on schedule (user_id, created_seq) where created_seq > 0;

create trigger schedule_created before insert on schedule for each row
    when (new.created_seq is null or new.user_id::text is distinct from current_setting('nestegg.owner', true))
    execute function put_in_change();

create trigger schedule_remember_changed after update on schedule
    referencing old table as old_rows new table as new_rows
    for each statement execute function remember_changed('schedule', '{}');

create trigger schedule_remember_deleted after delete on schedule referencing old table as old_rows
    for each statement execute function remember_deleted('schedule', '{}');

-- What has been posted, once: stays when the transaction goes, or the schedule, which may come back.
create table schedule_occurrence (
    user_id        uuid not null references users on delete cascade,
    schedule_id    uuid not null,
    date           date not null,
    transaction_id uuid not null,
    -- As what else it was posted: as a deleted one in whose place it was posted again, or, once that is undone, as the one in its place.
    former_id      uuid,
    -- Whether that it was posted by hand has been undone: then it is as if it had not been, until the transaction is there again.
    undone         boolean not null default false,
    primary key (user_id, schedule_id, date)
);

-- The schedule that has posted it; stays when that is deleted.
alter table transaction add column if not exists schedule_id uuid;
