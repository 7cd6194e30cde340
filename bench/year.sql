\set n random(1, 50)
select to_char(month, 'YYYY-MM'), currency, sum(amount) filter (where type = 'income'), sum(amount) filter (where type = 'expense'), sum(count) from transaction_month where user_id = (select id from bench_user where n = :n) and month between '2024-01-01' and '2024-12-01' group by 1, 2 order by 1, 2;
