-- What a first answer says of what it did, beside its body, is said again.

alter table idempotency_key add column headers text[];
