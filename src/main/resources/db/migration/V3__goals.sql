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
    -- The sum of the goal's own contributions, kept by contribution_sums.
    saved         numeric(19,4) not null default 0,
    version       integer       not null,
    created_at    timestamptz   not null,
    updated_at    timestamptz   not null,
    constraint goal_saved_check check (saved >= 0),
    constraint goal_user_id_id_key unique (user_id, id),
    constraint goal_user_id_id_currency_key unique (user_id, id, currency),
    constraint goal_parent_fkey foreign key (user_id, parent_id) references goal (user_id, id),
    constraint goal_own_parent_check check (parent_id <> id),
    -- Also the index that the tree is walked down on.
    constraint goal_name_key unique nulls not distinct (user_id, parent_id, name)
);

-- How much of an income is set aside, kept by contribution_sums. No two requests can set the same money aside.
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

create function contribution_sums() returns trigger language plpgsql as $$
begin
    if tg_op in ('UPDATE', 'DELETE') then
        update goal set saved = saved - old.amount where user_id = old.user_id and id = old.goal_id;
        update transaction set allocated = allocated - old.amount
            where user_id = old.user_id and id = old.transaction_id;
    end if;
    if tg_op in ('UPDATE', 'INSERT') then
        update goal set saved = saved + new.amount where user_id = new.user_id and id = new.goal_id;
        update transaction set allocated = allocated + new.amount
            where user_id = new.user_id and id = new.transaction_id;
    end if;
    return null;
end
$$;

create trigger contribution_sums after insert or update or delete on contribution
    for each row execute function contribution_sums();
