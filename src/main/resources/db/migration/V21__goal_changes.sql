-- As V20.

alter table goal add column created_seq bigint not null default 0;
alter table goal alter column created_seq set default nullif(current_setting('nestegg.seq', true), '')::bigint;
create index goal_created_seq_idx on goal (user_id, created_seq) where created_seq > 0;

create trigger goal_created before insert on goal for each row
    when (new.created_seq is null or new.user_id::text is distinct from current_setting('nestegg.owner', true))
    execute function put_in_change();

create trigger goal_remember_changed after update on goal
    referencing old table as old_rows new table as new_rows
    for each statement execute function remember_changed('goal', '{saved}');

create trigger goal_remember_deleted after delete on goal referencing old table as old_rows
    for each statement execute function remember_deleted('goal', '{saved}');
