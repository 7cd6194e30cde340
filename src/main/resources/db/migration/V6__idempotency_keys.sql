-- The answers to requests with an Idempotency-Key, each written in the transaction of what its request did.

create table idempotency_key (
    user_id     uuid        not null references users on delete cascade,
    key         text        not null check (length(key) between 1 and 255),
    -- The SHA-256 of method, path and body.
    fingerprint bytea       not null check (length(fingerprint) = 32),
    status      integer     not null check (status between 200 and 299),
    location    text,
    tag         text,
    body        bytea,
    created_at  timestamptz not null,
    primary key (user_id, key)
);

-- For the purge of what is older than a day.
create index idempotency_key_created_at_idx on idempotency_key (created_at);
