-- Every table of a user has the user in its primary key, so that the schema can be spread by user (V14 to V18; see
-- docs/adr/0015-spreading-users.md). Each table has a migration of its own: what is locked is let go soon. Where the index of a
-- table of many millions takes too long to build under a lock, it is built before, by hand, without one (docs/operations/upgrade.md).

create unique index if not exists transaction_user_id_id_idx on transaction (user_id, id);
-- For replicas of the version before, which find rows by their id alone.
create index if not exists transaction_id_idx on transaction (id);

alter table transaction
    drop constraint transaction_pkey,
    add constraint transaction_pkey primary key using index transaction_user_id_id_idx;
