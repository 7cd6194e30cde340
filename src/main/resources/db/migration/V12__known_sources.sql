-- Whether somebody has signed in from there, without reading a whole trail. While it is built nobody can sign in, but whoever
-- is signed in goes on.

create index activity_signed_in_idx on activity (user_id, source) where event in ('signed-in', 'registered');
