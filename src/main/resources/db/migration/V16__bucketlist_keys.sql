-- As V14.

create unique index if not exists bucketlist_user_id_id_idx on bucketlist (user_id, id);
create index if not exists bucketlist_id_idx on bucketlist (id);
create unique index if not exists bucketlist_item_user_id_id_idx on bucketlist_item (user_id, id);
create index if not exists bucketlist_item_id_idx on bucketlist_item (id);

alter table bucketlist_item
    drop constraint bucketlist_item_list_fkey,
    drop constraint bucketlist_item_pkey,
    add constraint bucketlist_item_pkey primary key using index bucketlist_item_user_id_id_idx;

alter table bucketlist
    drop constraint bucketlist_user_id_id_key,
    drop constraint bucketlist_pkey,
    add constraint bucketlist_pkey primary key using index bucketlist_user_id_id_idx;

alter table bucketlist_item
    add constraint bucketlist_item_list_fkey foreign key (user_id, bucketlist_id)
        references bucketlist (user_id, id) on delete cascade not valid;
