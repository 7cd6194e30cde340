\set n random(1, 50)
select t.id, amount, currency, transfer_id, description, date, category, tags, notes, account_id, external_id, created_at, updated_at from transaction t where user_id = (select id from bench_user where n = :n) order by date desc, id desc limit 21;
