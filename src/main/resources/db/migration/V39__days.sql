-- Whose day it is: the time zone of users, and what is to be done for them on a day of theirs without being asked.

alter table users add column time_zone varchar(64) not null default 'UTC';

create table agenda (
    user_id     uuid not null references users on delete cascade,
    -- What it is about: the id of whatever room has put it there, which looks after it.
    subject     uuid not null,
    due_on      date not null,
    -- On which day it was due first, if it could not be done since.
    stuck_since date,
    primary key (user_id, subject)
);

create index agenda_user_due_idx on agenda (user_id, due_on);
create index agenda_due_idx on agenda (due_on);
create index agenda_stuck_idx on agenda (stuck_since) where stuck_since is not null;
