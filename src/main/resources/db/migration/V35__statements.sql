-- Banks' files: what they say, what is to become of it, and what became of it.

-- A file that was sent. Nothing of it changes but what became of it.
create table statement_import (
    user_id     uuid        not null references users on delete cascade,
    id          uuid        not null,
    state       text        not null check (state in ('planned', 'applied', 'undone')),
    format      text        not null check (format in ('csv', 'ofx', 'qif', 'camt', 'mt940')),
    encoding    text        not null,
    file_name   text        check (length(file_name) between 1 and 255),
    bytes       integer     not null check (bytes between 1 and 10485760),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    applied_at  timestamptz check ((applied_at is null) = (state = 'planned')),
    undone_at   timestamptz check ((undone_at is null) = (state <> 'undone')),
    version     integer     not null,
    created_seq bigint      not null default nullif(current_setting('nestegg.seq', true), '')::bigint,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    primary key (user_id, id)
);

create index statement_import_created_seq_idx on statement_import (user_id, created_seq) where created_seq > 0;

create trigger statement_import_created before insert on statement_import for each row
    when (new.created_seq is null or new.user_id::text is distinct from current_setting('nestegg.owner', true))
    execute function put_in_change();

create trigger statement_import_remember_changed after update on statement_import
    referencing old table as old_rows new table as new_rows
    for each statement execute function remember_changed('import', '{}');

create trigger statement_import_remember_deleted after delete on statement_import referencing old table as old_rows
    for each statement execute function remember_deleted('import', '{}');

-- How a file is read and what is found in it. It may change as often as its owner likes, and is no change of what is theirs before
-- it is applied.
create table statement_plan (
    user_id       uuid        not null,
    import_id     uuid        not null,
    -- What was said of it: the account for all, accounts by number, the layout.
    account_id    uuid,
    accounts      jsonb       not null,
    answers       jsonb       not null,
    -- What was found: the layout, what is open, what is odd, and the statements.
    layout        jsonb,
    questions     jsonb       not null,
    warnings      jsonb       not null,
    statements    jsonb       not null,
    -- Tells one bank's files of a format from another's.
    source        text        not null,
    complete      boolean     not null,
    row_count     integer     not null,
    create_count  integer     not null,
    link_count    integer     not null,
    skip_count    integer     not null,
    invalid_count integer     not null,
    -- What was there after this change is what decisions were made on.
    planned_seq   bigint      not null,
    used_at       timestamptz not null,
    primary key (user_id, import_id),
    foreign key (user_id, import_id) references statement_import (user_id, id) on delete cascade
);

-- For the purge.
create index statement_plan_used_idx on statement_plan (used_at);

-- The bytes, in parts, so that none is large.
create table statement_file (
    user_id   uuid    not null,
    import_id uuid    not null,
    part      integer not null,
    content   bytea   not null check (length(content) between 1 and 262144),
    primary key (user_id, import_id, part),
    foreign key (user_id, import_id) references statement_plan (user_id, import_id) on delete cascade
);

-- What is compressed already is not worth trying again.
alter table statement_file alter column content set storage external;

-- A row of a file, what is to become of it and why, and what became of it.
create table statement_row (
    user_id            uuid          not null,
    import_id          uuid          not null,
    row                integer       not null check (row between 1 and 20000),
    statement          integer       not null,
    line               integer       not null,
    source             text          not null,
    -- What the bank says: its text as it is compared, and its reference if that identifies anything.
    date               date,
    amount             numeric(19,4),
    currency           char(3),
    text               text          not null,
    reference          text          check (length(reference) between 1 and 255),
    pending            boolean       not null,
    errors             jsonb         not null,
    -- What is recorded of it.
    account_id         uuid,
    description        text          not null check (length(description) between 1 and 200),
    category           text          check (length(category) between 1 and 50),
    tags               text[]        not null,
    notes              text          check (length(notes) <= 2000),
    external_id        text          check (length(external_id) between 1 and 255),
    rules              uuid[]        not null,
    skipped_by_rule    boolean       not null,
    -- What is decided by hand, and what is said by hand; null where nothing is.
    chosen             text          check (chosen in ('create', 'link', 'skip')),
    edits              jsonb,
    -- What is to become of it.
    decision           text          not null check (decision in ('create', 'link', 'skip')),
    transaction_id     uuid          check (decision <> 'link' or transaction_id is not null),
    reason             text          not null,
    days               integer,
    similarity         numeric(3,2),
    -- The transaction that it has become or was linked to, with what that had before, and whether it stayed when the rest was undone.
    applied_id         uuid,
    before_account_id  uuid,
    before_external_id text,
    kept               boolean       not null default false,
    primary key (user_id, import_id, row),
    foreign key (user_id, import_id) references statement_plan (user_id, import_id) on delete cascade
);

create index statement_row_applied_idx on statement_row (user_id, applied_id) where applied_id is not null;
create index statement_row_day_idx on statement_row (user_id, account_id, date) where applied_id is not null;

-- What was said of files with a header, for the next ones with the same.
create table statement_layout (
    user_id    uuid        not null references users on delete cascade,
    id         uuid        not null,
    header     text        not null,
    digest     text        not null check (digest ~ '^[0-9a-f]{64}$'),
    layout     jsonb       not null,
    version    integer     not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (user_id, id),
    constraint statement_layout_key unique (user_id, digest)
);

alter table statement_row alter column user_id set (n_distinct = -0.01);
alter table statement_file alter column user_id set (n_distinct = -0.1);

-- Checked by V38, which locks nobody out.
alter table transaction add column if not exists import_id uuid;
alter table transaction
    add constraint transaction_import_fkey foreign key (user_id, import_id) references statement_import (user_id, id)
        not valid;
