-- A transaction may lie in an account, be known elsewhere by a reference, and be one side of a transfer.

alter table transaction
    add column if not exists account_id uuid,
    add column if not exists external_id text,
    add column if not exists transfer_id uuid;

-- Checked by V32, which locks nobody out. The foreign key carries the currency, so that a transaction always has that of its
-- account.
alter table transaction
    add constraint transaction_account_fkey foreign key (user_id, account_id, currency)
        references account (user_id, id, currency) not valid,
    add constraint transaction_external_id_check check (length(external_id) between 1 and 255) not valid,
    -- Both sides of a transfer lie in accounts.
    add constraint transaction_transfer_account_check check (transfer_id is null or account_id is not null) not valid,
    -- What is moved from one account to another is no income, of which something could be set aside.
    add constraint transaction_transfer_allocated_check check (transfer_id is null or allocated = 0) not valid;
