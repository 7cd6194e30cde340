-- What a euro is worth in other currencies, by day: as a bank publishes it for all, and as users say for themselves.

-- The same for everybody. Nobody's data: whoever is erased leaves it as it is.
create table reference_rate (
    currency char(3) not null check (currency ~ '^[A-Z]{3}$' and currency <> 'EUR'),
    day      date    not null,
    -- Units of the currency for one euro, with the decimals that were published.
    rate     numeric not null check (rate > 0 and rate < 1e12 and scale(rate) <= 10),
    primary key (currency, day)
);

-- For all that there are of some days.
create index reference_rate_day_idx on reference_rate (day);

-- When what an address has is to be loaded next. Whoever moves the time on is the one replica that does it.
create table rate_download (
    address bytea       not null primary key check (length(address) = 32),
    next_at timestamptz not null
);

create table own_rate (
    user_id     uuid        not null references users on delete cascade,
    id          uuid        not null,
    day         date        not null,
    currency    char(3)     not null check (currency ~ '^[A-Z]{3}$' and currency <> 'EUR'),
    rate        numeric     not null check (rate > 0 and rate < 1e12 and scale(rate) <= 10),
    version     integer     not null,
    created_seq bigint      not null default nullif(current_setting('nestegg.seq', true), '')::bigint,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    primary key (user_id, id),
    constraint own_rate_day_key unique (user_id, currency, day)
);

create index own_rate_day_idx on own_rate (user_id, day, currency);
create index own_rate_created_seq_idx on own_rate (user_id, created_seq) where created_seq > 0;

create trigger own_rate_created before insert on own_rate for each row
    when (new.created_seq is null or new.user_id::text is distinct from current_setting('nestegg.owner', true))
    execute function put_in_change();

create trigger own_rate_remember_changed after update on own_rate
    referencing old table as old_rows new table as new_rows
    for each statement execute function remember_changed('rate', '{}');

create trigger own_rate_remember_deleted after delete on own_rate referencing old table as old_rows
    for each statement execute function remember_deleted('rate', '{}');
