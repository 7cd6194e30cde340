-- As V20.

alter table bucketlist_item add column created_seq bigint not null default 0;
alter table bucketlist_item alter column created_seq set default nullif(current_setting('nestegg.seq', true), '')::bigint;
create index bucketlist_item_created_seq_idx on bucketlist_item (user_id, created_seq) where created_seq > 0;

create trigger bucketlist_item_created before insert on bucketlist_item for each row
    when (new.created_seq is null or new.user_id::text is distinct from current_setting('nestegg.owner', true))
    execute function put_in_change();

create trigger bucketlist_item_remember_changed after update on bucketlist_item
    referencing old table as old_rows new table as new_rows
    for each statement execute function remember_changed('bucketlist-item', '{}');

create trigger bucketlist_item_remember_deleted after delete on bucketlist_item referencing old table as old_rows
    for each statement execute function remember_deleted('bucketlist-item', '{}');
