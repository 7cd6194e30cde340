-- What transactions are found by in accounts, by reference and as sides of transfers. Nobody writes transactions while these are
-- built; where that takes too long, they are built before, by hand, without a lock (docs/operations/upgrade.md).

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
