-- What is set by itself on what comes in.

create table rule (
    user_id          uuid          not null references users on delete cascade,
    id               uuid          not null,
    name             text          check (length(name) between 1 and 100),
    -- Where it stands among the others: between those that it was put between, so that they stay as they are. Positions are counted
    -- from it; where two have the same, the older one comes first.
    place            numeric       not null check (scale(place) <= 60),
    -- When it applies. Null is any.
    match_kind       text          check (match_kind in ('contains', 'equals', 'matches')),
    match_text       text          check (length(match_text) between 1 and 200),
    match_type       text          check (match_type in ('income', 'expense', 'transfer')),
    -- Not a foreign key: a rule of an account that is gone applies to nothing, and keeps no account from going.
    match_account_id uuid,
    match_least      numeric(19,4) check (match_least >= 0),
    match_most       numeric(19,4) check (match_most >= match_least),
    -- What it does. Null is nothing.
    set_description  text          check (length(set_description) between 1 and 200),
    set_category     text          check (length(set_category) between 1 and 50),
    add_tags         varchar(30)[] not null check (cardinality(add_tags) <= 20),
    set_notes        text          check (length(set_notes) <= 2000),
    skip             boolean       not null,
    stop             boolean       not null,
    version          integer       not null,
    created_seq      bigint        not null default nullif(current_setting('nestegg.seq', true), '')::bigint,
    created_at       timestamptz   not null,
    updated_at       timestamptz   not null,
    primary key (user_id, id),
    check ((match_kind is null) = (match_text is null)),
    check (num_nonnulls(match_text, match_type, match_account_id, match_least, match_most) > 0)
);

create index rule_place_idx on rule (user_id, place, id);
create index rule_created_seq_idx on rule (user_id, created_seq) where created_seq > 0;

create trigger rule_created before insert on rule for each row
    when (new.created_seq is null or new.user_id::text is distinct from current_setting('nestegg.owner', true))
    execute function put_in_change();

create trigger rule_remember_changed after update on rule
    referencing old table as old_rows new table as new_rows
    for each statement execute function remember_changed('rule', '{}');

create trigger rule_remember_deleted after delete on rule referencing old table as old_rows
    for each statement execute function remember_deleted('rule', '{}');
