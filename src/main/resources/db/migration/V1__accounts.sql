-- Who people are and where they are signed in.

create table users (
    id            uuid        not null primary key,
    email         text        not null check (email <> '' and length(email) <= 254),
    name          text        check (length(name) between 1 and 100),
    currency      char(3)     not null check (currency ~ '^[A-Z]{3}$'),
    locale        text        not null check (length(locale) between 2 and 35),
    role          text        not null check (role in ('user', 'admin')),
    password_hash text        not null,
    version       integer     not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);

-- Addresses compare without case.
create unique index users_email_key on users (lower(email));

create table session (
    id         uuid        not null primary key,
    user_id    uuid        not null references users on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint session_user_id_id_key unique (user_id, id)
);

-- For the purge of expired sessions.
create index session_expires_at_idx on session (expires_at);

-- Refresh tokens are known only by their SHA-256. A used one is kept as long as its session,
-- so that its reuse can be told from an invention.
create table refresh_token (
    hash       bytea       not null primary key check (length(hash) = 32),
    user_id    uuid        not null,
    session_id uuid        not null,
    used_at    timestamptz,
    constraint refresh_token_session_fkey
        foreign key (user_id, session_id) references session (user_id, id) on delete cascade
);

create index refresh_token_session_idx on refresh_token (user_id, session_id);
