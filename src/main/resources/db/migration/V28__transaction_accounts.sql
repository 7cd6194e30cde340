-- A transaction may lie in an account, be known elsewhere by a reference, and be one side of a transfer. Where the indexes of a
-- table of many millions take too long to build under a lock, they are built before, by hand, without one
-- (docs/operations/upgrade.md): the columns first.

alter table transaction
    add column if not exists account_id uuid,
    add column if not exists external_id text,
    add column if not exists transfer_id uuid;

-- Checked by V31, which locks nobody out. The foreign key carries the currency, so that a transaction always has that of its
-- account.
alter table transaction
    add constraint transaction_account_fkey foreign key (user_id, account_id, currency)
        references account (user_id, id, currency) not valid,
    add constraint transaction_external_id_check check (length(external_id) between 1 and 255) not valid,
    -- Both sides of a transfer lie in accounts.
    add constraint transaction_transfer_account_check check (transfer_id is null or account_id is not null) not valid,
    -- What is moved from one account to another is no income, of which something could be set aside.
    add constraint transaction_transfer_allocated_check check (transfer_id is null or allocated = 0) not valid;

-- Among those of no account a reference is unique, too.
create unique index if not exists transaction_external_id_key on transaction (user_id, external_id, account_id)
    nulls not distinct where external_id is not null;
create index if not exists transaction_account_idx on transaction (user_id, account_id, date, id)
    where account_id is not null;
-- A transfer has two sides at most: one that leaves, one that comes in.
create unique index if not exists transaction_transfer_key on transaction (user_id, transfer_id, (amount > 0))
    where transfer_id is not null;
-- The list of transfers.
create index if not exists transaction_outgoing_idx on transaction (user_id, date, id)
    where transfer_id is not null and amount < 0;

-- As in V7, with what sums over somebody's days ask for now.
create index if not exists transaction_user_day_idx on transaction (user_id, date, id)
    include (amount, currency, category, account_id, transfer_id);
drop index transaction_user_date_idx;
