-- A session of the page for people goes on by a cookie, and not by refresh tokens. Of its secret only the SHA-256 is kept. As a
-- token does, it says whose it is: the session is looked for among the few of that user, and needs no index of its own.
alter table session add column if not exists cookie_hash bytea;
-- Nothing is there yet that would have to be looked through.
alter table session add constraint session_cookie_hash_check check (length(cookie_hash) = 32) not valid;
