-- What V35 left to be checked: it locks nobody out.
alter table transaction validate constraint transaction_import_fkey;
