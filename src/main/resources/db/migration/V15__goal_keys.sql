-- As V14. No foreign key sets null any more, which does not spread: deleting a goal frees its item by a trigger.

create unique index if not exists goal_user_id_id_idx on goal (user_id, id);
create index if not exists goal_id_idx on goal (id);

create unique index if not exists contribution_user_id_id_idx on contribution (user_id, id);
create index if not exists contribution_id_idx on contribution (id);

alter table contribution
    drop constraint contribution_pkey,
    add constraint contribution_pkey primary key using index contribution_user_id_id_idx;

alter table bucketlist_item drop constraint bucketlist_item_goal_fkey;

alter table goal
    drop constraint goal_parent_fkey,
    drop constraint goal_user_id_id_key,
    drop constraint goal_pkey,
    add constraint goal_pkey primary key using index goal_user_id_id_idx,
    add constraint goal_parent_fkey foreign key (user_id, parent_id) references goal (user_id, id) not valid;

alter table bucketlist_item
    add constraint bucketlist_item_goal_fkey foreign key (user_id, goal_id) references goal (user_id, id) not valid;

create function free_item() returns trigger language plpgsql as $$
begin
    -- Few goals have one, and an update tells its triggers even if it finds none.
    if exists (select from bucketlist_item where user_id = old.user_id and goal_id = old.id) then
        update bucketlist_item set goal_id = null where user_id = old.user_id and goal_id = old.id;
    end if;
    return old;
end
$$;

create trigger free_item before delete on goal for each row execute function free_item();
