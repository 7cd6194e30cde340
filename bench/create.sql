\set n random(1, 50)
insert into transaction (user_id, id, version, created_at, updated_at, description, amount, currency, date, category, tags, created_seq) select id, gen_random_uuid(), 0, now(), now(), 'Benchmark', -12.34, 'EUR', '2025-12-15', 'groceries', '{}', open_change(id, 'createTransaction', 'session', null, null) from bench_user where n = :n;
