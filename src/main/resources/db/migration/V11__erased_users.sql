-- Those who asked to be erased, of whom something is left.

create index users_erased_at_idx on users (erased_at) where erased_at is not null;
