-- As V20.

alter table contribution add column created_seq bigint not null default 0;
alter table contribution alter column created_seq set default nullif(current_setting('nestegg.seq', true), '')::bigint;
create index contribution_created_seq_idx on contribution (user_id, created_seq) where created_seq > 0;

create trigger contribution_created before insert on contribution for each row
    when (new.created_seq is null or new.user_id::text is distinct from current_setting('nestegg.owner', true))
    execute function put_in_change();

create trigger contribution_remember_deleted after delete on contribution referencing old table as old_rows
    for each statement execute function remember_deleted('contribution', '{}');
