-- As V46.

drop index if exists goal_id_idx;
drop index if exists contribution_id_idx;
