-- As V46.

drop index if exists bucketlist_id_idx;
drop index if exists bucketlist_item_id_idx;
