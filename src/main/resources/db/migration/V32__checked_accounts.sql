-- What V28 and V30 left to be checked: it locks nobody out.

alter table transaction
    validate constraint transaction_account_fkey,
    validate constraint transaction_external_id_check,
    validate constraint transaction_transfer_account_check,
    validate constraint transaction_transfer_allocated_check,
    validate constraint transaction_transfer_fkey;
