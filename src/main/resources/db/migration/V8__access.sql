-- How people get in, and what became of it: sessions that say where they are, refresh tokens in chains, personal tokens,
-- identities at outside issuers, accounts that are disabled, and an audit trail.

-- Whoever signs in elsewhere has no password here, and perhaps no address.
alter table users
    alter column email drop not null,
    alter column password_hash drop not null,
    add column disabled boolean not null default false,
    add constraint users_sign_in_check check (email is not null or password_hash is null);

create table outside_identity (
    issuer  text not null check (length(issuer) <= 500),
    subject text not null check (length(subject) between 1 and 255),
    user_id uuid not null references users on delete cascade,
    primary key (issuer, subject)
);

create index outside_identity_user_idx on outside_identity (user_id);

alter table session
    add column used_at timestamptz,
    add column source text check (length(source) <= 100),
    add column user_agent text check (length(user_agent) <= 200);

update session set used_at = created_at;
alter table session alter column used_at set not null;

-- A token that is used has the tokens that were given for it as children.
alter table refresh_token add column parent bytea references refresh_token on delete set null;
create index refresh_token_parent_idx on refresh_token (parent);
create index refresh_token_used_at_idx on refresh_token (used_at);

-- Personal access tokens are known only by their SHA-256.
create table personal_token (
    id           uuid        not null primary key,
    user_id      uuid        not null references users on delete cascade,
    name         text        not null check (length(name) between 1 and 100),
    scope        text        not null check (scope in ('read', 'write')),
    hash         bytea       not null check (length(hash) = 32),
    expires_at   timestamptz,
    last_used_at timestamptz,
    version      integer     not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    constraint personal_token_hash_key unique (hash)
);

create index personal_token_user_idx on personal_token (user_id, id);

-- The audit trail. It goes with its user: erasure wins.
create table activity (
    id         uuid        not null primary key,
    user_id    uuid        not null references users on delete cascade,
    at         timestamptz not null,
    event      text        not null check (length(event) <= 50),
    session_id uuid,
    source     text        check (length(source) <= 100),
    detail     text        check (length(detail) <= 200)
);

create index activity_user_idx on activity (user_id, id);
-- For the purge of what is older than 180 days.
create index activity_at_idx on activity (at);

create function activity_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail cannot be changed';
end
$$;

create trigger activity_append_only before update on activity
    for each statement execute function activity_append_only();

-- Failed sign-ins, by the digest of an address or a source.
create table sign_in_failure (
    key        bytea       not null primary key check (length(key) = 32),
    failures   integer     not null,
    failed_at  timestamptz not null,
    open_at    timestamptz not null
);

-- For the purge of what is long past.
create index sign_in_failure_failed_at_idx on sign_in_failure (failed_at);
