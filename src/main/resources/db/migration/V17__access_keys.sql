-- As V14. Sessions and tokens are found by their user and id, or hash: what is given out from now on says whose it is. What was
-- given out before is found by its hash alone, for as long as it is good.

create unique index if not exists session_user_id_id_idx on session (user_id, id);
create index if not exists session_id_idx on session (id);

alter table refresh_token
    drop constraint refresh_token_session_fkey,
    -- That one has been forgotten changes nothing for those that were given for it.
    drop constraint refresh_token_parent_fkey,
    drop constraint refresh_token_pkey,
    add constraint refresh_token_pkey primary key (user_id, hash);

create index refresh_token_hash_idx on refresh_token (hash);
-- The one by parent alone stays for replicas of the version before.
create index refresh_token_user_parent_idx on refresh_token (user_id, parent);

alter table session
    drop constraint session_user_id_id_key,
    drop constraint session_pkey,
    add constraint session_pkey primary key using index session_user_id_id_idx;

alter table refresh_token
    add constraint refresh_token_session_fkey foreign key (user_id, session_id)
        references session (user_id, id) on delete cascade not valid;

alter table personal_token
    drop constraint personal_token_hash_key,
    drop constraint personal_token_pkey,
    add constraint personal_token_pkey primary key (user_id, id),
    add constraint personal_token_hash_key unique (user_id, hash);

drop index personal_token_user_idx;
create index personal_token_hash_idx on personal_token (hash);

alter table activity
    drop constraint activity_pkey,
    add constraint activity_pkey primary key (user_id, id);

drop index activity_user_idx;
