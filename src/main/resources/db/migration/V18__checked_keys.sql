-- What V15 to V17 left to be checked: it locks nobody out.

alter table goal validate constraint goal_parent_fkey;
alter table bucketlist_item validate constraint bucketlist_item_goal_fkey;
alter table bucketlist_item validate constraint bucketlist_item_list_fkey;
alter table refresh_token validate constraint refresh_token_session_fkey;
