-- What amount a transaction had before a bank's row that it was linked to gave it the bank's; null where it was the same.
alter table statement_row add column if not exists before_amount numeric(19,4);
