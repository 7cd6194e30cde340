-- Most people have few rows, and a few have very many. Going by the average, the planner takes a condition on user_id for
-- selective enough by itself, and then reads all rows of a user by any index that leads with it, where another index also
-- has the order or the parent that the query asks for: right for most, ruinous for the few. Told that there are few
-- distinct users, it always prefers the index that fits the whole query. Takes effect with each table's next ANALYZE.

alter table transaction alter column user_id set (n_distinct = 10);
alter table goal alter column user_id set (n_distinct = 10);
alter table contribution alter column user_id set (n_distinct = 10);
alter table bucketlist alter column user_id set (n_distinct = 10);
alter table bucketlist_item alter column user_id set (n_distinct = 10);
