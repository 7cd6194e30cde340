-- What may be spent in each period. What was spent is read from transactions and their sums: nothing of it is kept.

create table budget (
    user_id     uuid          not null references users on delete cascade,
    id          uuid          not null,
    name        text          not null check (length(name) between 1 and 100),
    amount      numeric(19,4) not null check (amount > 0 and amount < 10000000000000),
    currency    char(3)       not null check (currency ~ '^[A-Z]{3}$'),
    -- Which expenses count; empty is any.
    categories  varchar(50)[] not null check (cardinality(categories) <= 100),
    tags        varchar(30)[] not null check (cardinality(tags) <= 20),
    -- Not foreign keys: what lies in an account that is gone is gone, too, and a budget keeps no account from going.
    account_ids uuid[]        not null check (cardinality(account_ids) <= 100),
    recurrence  text          not null check (length(recurrence) between 1 and 200),
    start_on    date          not null,
    rollover    text          not null check (rollover in ('none', 'unspent', 'all')),
    version     integer       not null,
    created_seq bigint        not null default nullif(current_setting('nestegg.seq', true), '')::bigint,
    created_at  timestamptz   not null,
    updated_at  timestamptz   not null,
    primary key (user_id, id)
);

create unique index budget_name_key on budget (user_id, lower(name));
create index budget_created_seq_idx on budget (user_id, created_seq) where created_seq > 0;

create trigger budget_created before insert on budget for each row
    when (new.created_seq is null or new.user_id::text is distinct from current_setting('nestegg.owner', true))
    execute function put_in_change();

create trigger budget_remember_changed after update on budget
    referencing old table as old_rows new table as new_rows
    for each statement execute function remember_changed('budget', '{}');

create trigger budget_remember_deleted after delete on budget referencing old table as old_rows
    for each statement execute function remember_deleted('budget', '{}');
