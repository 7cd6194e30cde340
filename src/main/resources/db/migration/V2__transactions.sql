-- Money that came and went. The sign is the type: income is positive, an expense negative.

create table transaction (
    id          uuid          not null primary key,
    user_id     uuid          not null references users on delete cascade,
    description text          not null check (length(description) between 1 and 200),
    amount      numeric(19,4) not null check (amount <> 0 and abs(amount) < 10000000000000),
    currency    char(3)       not null check (currency ~ '^[A-Z]{3}$'),
    date        date          not null,
    category    text          check (length(category) between 1 and 50),
    tags        varchar(30)[] not null check (cardinality(tags) <= 20),
    notes       text          check (length(notes) <= 2000),
    version     integer       not null,
    created_at  timestamptz   not null,
    updated_at  timestamptz   not null,
    constraint transaction_user_id_id_key unique (user_id, id)
);

-- One index for each sort of the paged list; both are read forwards and backwards.
create index transaction_user_date_idx on transaction (user_id, date, id);
create index transaction_user_amount_idx on transaction (user_id, amount, id);
-- Completion of categories.
create index transaction_user_category_idx on transaction (user_id, category, date);
