-- Transactions are remembered. Who created a row is known from its created_seq, 0 of those that were there before; it comes from
-- the change that the transaction has begun (open_change), without a trigger.

alter table transaction add column created_seq bigint not null default 0;
alter table transaction alter column created_seq set default nullif(current_setting('nestegg.seq', true), '')::bigint;
create index transaction_created_seq_idx on transaction (user_id, created_seq) where created_seq > 0;

create trigger transaction_created before insert on transaction for each row
    when (new.created_seq is null or new.user_id::text is distinct from current_setting('nestegg.owner', true))
    execute function put_in_change();

create trigger transaction_remember_changed after update on transaction
    referencing old table as old_rows new table as new_rows
    for each statement execute function remember_changed('transaction', '{allocated}');

create trigger transaction_remember_deleted after delete on transaction referencing old table as old_rows
    for each statement execute function remember_deleted('transaction', '{allocated}');
