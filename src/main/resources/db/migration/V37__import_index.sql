-- What an import has created. Nobody writes transactions while this is built; where that takes too long, it is built before, by hand,
-- without a lock (docs/operations/upgrade.md).
create index if not exists transaction_import_idx on transaction (user_id, import_id, id) where import_id is not null;
