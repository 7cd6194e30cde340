-- No foreign key refers to it, and the primary key finds the same row.

alter table transaction drop constraint transaction_user_id_id_key;
