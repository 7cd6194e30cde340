-- As V20.

alter table bucketlist add column created_seq bigint not null default 0;
alter table bucketlist alter column created_seq set default nullif(current_setting('nestegg.seq', true), '')::bigint;
create index bucketlist_created_seq_idx on bucketlist (user_id, created_seq) where created_seq > 0;

create trigger bucketlist_created before insert on bucketlist for each row
    when (new.created_seq is null or new.user_id::text is distinct from current_setting('nestegg.owner', true))
    execute function put_in_change();

create trigger bucketlist_remember_changed after update on bucketlist
    referencing old table as old_rows new table as new_rows
    for each statement execute function remember_changed('bucketlist', '{}');

create trigger bucketlist_remember_deleted after delete on bucketlist referencing old table as old_rows
    for each statement execute function remember_deleted('bucketlist', '{}');
