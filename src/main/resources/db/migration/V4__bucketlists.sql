-- Lists of wishes, and the wishes on them, each of which may become a goal.

create table bucketlist (
    id         uuid        not null primary key,
    user_id    uuid        not null references users on delete cascade,
    name       text        not null check (length(name) between 1 and 100),
    version    integer     not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint bucketlist_user_id_id_key unique (user_id, id)
);

-- Names compare without case.
create unique index bucketlist_name_key on bucketlist (user_id, lower(name));

create table bucketlist_item (
    id            uuid        not null primary key,
    user_id       uuid        not null references users on delete cascade,
    bucketlist_id uuid        not null,
    name          text        not null check (length(name) between 1 and 200),
    description   text        check (length(description) <= 2000),
    done_at       timestamptz,
    goal_id       uuid,
    version       integer     not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    constraint bucketlist_item_list_fkey foreign key (user_id, bucketlist_id)
        references bucketlist (user_id, id) on delete cascade,
    -- Deleting the goal frees the item.
    constraint bucketlist_item_goal_fkey foreign key (user_id, goal_id)
        references goal (user_id, id) on delete set null (goal_id),
    constraint bucketlist_item_goal_key unique (user_id, goal_id)
);

create index bucketlist_item_list_idx on bucketlist_item (user_id, bucketlist_id, id);

-- An item and the goal made from it are done together and reopened together, whichever side it begins on and however
-- many goals a statement completes. Each side changes the other only where it differs, so that it ends there.

create function goal_to_item() returns trigger language plpgsql as $$
begin
    update bucketlist_item set done_at = new.end_at, updated_at = new.updated_at, version = version + 1
        where user_id = new.user_id and goal_id = new.id and done_at is distinct from new.end_at;
    return null;
end
$$;

create trigger goal_to_item after update of end_at on goal
    for each row when (old.end_at is distinct from new.end_at) execute function goal_to_item();

create function item_to_goal() returns trigger language plpgsql as $$
begin
    -- A goal that is done before it was to begin began then.
    update goal set end_at = new.done_at, start_at = least(start_at, new.done_at), updated_at = new.updated_at, version = version + 1
        where user_id = new.user_id and id = new.goal_id and end_at is distinct from new.done_at;
    return null;
end
$$;

create trigger item_to_goal after update of done_at on bucketlist_item
    for each row when (new.goal_id is not null and old.done_at is distinct from new.done_at)
    execute function item_to_goal();
