-- Sums over somebody's days are read from transaction_user_date_idx alone; the lists by date, which it served before, go
-- on using it. The plan of a summary by month, of 10,000 of somebody's 100,000 transactions among 900,000, is for each half
--
--   HashAggregate
--     Group Key: to_char((date)::timestamp, 'YYYY-MM'), currency
--     ->  Index Only Scan using transaction_user_date_idx on transaction
--           Index Cond: ((user_id = …) AND (date >= …) AND (date <= …))
--           Heap Fetches: 0
--
-- Only by tag are the rows themselves needed: twenty long tags would not fit into an entry of an index. Categories are
-- completed from transaction_user_category_idx (V2) alone:
--
--   GroupAggregate
--     Group Key: category
--     ->  Index Only Scan using transaction_user_category_idx on transaction
--           Index Cond: ((user_id = …) AND (category IS NOT NULL))

drop index transaction_user_date_idx;
create index transaction_user_date_idx on transaction (user_id, date, id) include (amount, currency, category);
