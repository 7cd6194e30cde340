-- As V46; and tokens are not looked for by their parent alone.

drop index if exists session_id_idx;
drop index if exists refresh_token_parent_idx;
