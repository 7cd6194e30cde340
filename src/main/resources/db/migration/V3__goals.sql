-- Goals within goals, and the money that is set aside for them.

create table goal (
    id            uuid          not null primary key,
    user_id       uuid          not null references users on delete cascade,
    parent_id     uuid,
    name          text          not null check (length(name) between 1 and 100),
    description   text          check (length(description) <= 512),
    start_at      timestamptz   not null,
    end_at        timestamptz,
    target_amount numeric(19,4) check (target_amount > 0 and target_amount < 10000000000000),
    currency      char(3)       not null check (currency ~ '^[A-Z]{3}$'),
    target_date   date,
    -- The sum of the goal's own contributions, kept by triggers on contribution.
    saved         numeric(19,4) not null default 0,
    version       integer       not null,
    created_at    timestamptz   not null,
    updated_at    timestamptz   not null,
    constraint goal_saved_check check (saved >= 0),
    constraint goal_saved_limit_check check (saved < 10000000000000),
    constraint goal_end_check check (end_at >= start_at),
    constraint goal_user_id_id_key unique (user_id, id),
    constraint goal_user_id_id_currency_key unique (user_id, id, currency),
    constraint goal_parent_fkey foreign key (user_id, parent_id) references goal (user_id, id),
    constraint goal_own_parent_check check (parent_id <> id),
    -- Also the index that the tree is walked down on.
    constraint goal_name_key unique nulls not distinct (user_id, parent_id, name)
);

-- How much of an income is set aside, kept by triggers on contribution. No two requests can set the same money aside.
alter table transaction
    add column allocated numeric(19,4) not null default 0,
    add constraint transaction_allocated_check check (allocated between 0 and greatest(amount, 0)),
    add constraint transaction_user_id_id_currency_key unique (user_id, id, currency);

-- The foreign keys carry the currency, so that a contribution always has that of its goal and of its income.
create table contribution (
    id             uuid          not null primary key,
    user_id        uuid          not null references users on delete cascade,
    goal_id        uuid          not null,
    transaction_id uuid,
    amount         numeric(19,4) not null check (amount <> 0 and abs(amount) < 10000000000000),
    currency       char(3)       not null,
    date           date          not null,
    note           text          check (length(note) between 1 and 500),
    version        integer       not null,
    created_at     timestamptz   not null,
    updated_at     timestamptz   not null,
    constraint contribution_goal_fkey foreign key (user_id, goal_id, currency)
        references goal (user_id, id, currency) on delete cascade,
    constraint contribution_transaction_fkey foreign key (user_id, transaction_id, currency)
        references transaction (user_id, id, currency)
);

create index contribution_goal_idx on contribution (user_id, goal_id, id);
create index contribution_transaction_idx on contribution (user_id, transaction_id) where transaction_id is not null;

-- Sums are kept once for each statement, so that only what it comes to in the end counts, in whatever order its rows come.
-- What a goal has of an income is never below zero either, so that deleting a goal can only give money back.

create function contribution_sums() returns trigger language plpgsql as $$
declare
    sign constant integer not null = case tg_op when 'INSERT' then 1 else -1 end;
begin
    update goal g set saved = saved + sign * c.amount
        from (select user_id, goal_id, sum(amount) as amount from rows group by user_id, goal_id) c
        where g.user_id = c.user_id and g.id = c.goal_id;
    update transaction t set allocated = allocated + sign * c.amount
        from (select user_id, transaction_id, sum(amount) as amount from rows
            where transaction_id is not null group by user_id, transaction_id) c
        where t.user_id = c.user_id and t.id = c.transaction_id;
    if exists (
        select from contribution c
        where (c.user_id, c.goal_id, c.transaction_id) in (select user_id, goal_id, transaction_id from rows)
        group by c.user_id, c.goal_id, c.transaction_id having sum(c.amount) < 0)
    then
        raise exception 'new row for relation "goal" violates check constraint "goal_saved_check"'
            using errcode = 'check_violation', constraint = 'goal_saved_check';
    end if;
    return null;
end
$$;

create trigger contribution_inserted after insert on contribution
    referencing new table as rows for each statement execute function contribution_sums();

create trigger contribution_deleted after delete on contribution
    referencing old table as rows for each statement execute function contribution_sums();

-- A contribution is made and undone, never changed.
create function contribution_immutable() returns trigger language plpgsql as $$
begin
    raise exception 'contributions cannot be changed';
end
$$;

create trigger contribution_immutable before update on contribution
    for each statement execute function contribution_immutable();
