-- Spreads the schema of Nestegg over the nodes of a Citus cluster (13 or 14), by user. To be run once on the coordinator, as the
-- owner of the tables, after `migrate` and before there is any load: see README.md and docs/adr/0015-spreading-users.md.

-- Triggers of distributed tables write to other tables of the same user, which are on the same node: triggers of all sessions
-- that may do so, the service's among them.
alter database nestegg set citus.enable_unsafe_triggers = on;
alter database nestegg set citus.allow_nested_distributed_execution = on;
set citus.enable_unsafe_triggers = on;

-- Written by registration and by the account itself only.
select create_reference_table('users');
select create_reference_table('outside_identity');
-- Nobody's, and written once a day.
select create_reference_table('reference_rate');
select create_reference_table('rate_download');

-- All tables of a user lie together. The first decides where; those that refer to others come after them.
select create_distributed_table('feed_head', 'user_id', shard_count => 64);
select create_distributed_table('change', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('change_item', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('account', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('transfer', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('transaction_month', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('statement_import', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('transaction', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('statement_plan', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('statement_file', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('statement_row', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('statement_layout', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('rule', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('budget', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('agenda', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('schedule', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('schedule_occurrence', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('own_rate', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('goal', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('contribution', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('bucketlist', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('bucketlist_item', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('session', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('refresh_token', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('personal_token', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('idempotency_key', 'user_id', colocate_with => 'feed_head');
select create_distributed_table('activity', 'user_id', colocate_with => 'feed_head');

-- Has no user: found by a digest.
select create_distributed_table('sign_in_failure', 'key', colocate_with => 'none');

-- A change begins where its user's rows are, in the transaction of that node: there the triggers know it by.
select create_distributed_function('open_change(uuid, text, text, uuid, text)', 'owner',
    colocate_with => 'feed_head', force_delegation => true);
select create_distributed_function('drop_change(uuid, bigint)', 'owner', colocate_with => 'feed_head', force_delegation => true);
-- Those that triggers call are on every node.
select create_distributed_function('change_of(uuid)');
select create_distributed_function('add_to_months(uuid, date[], uuid[], text[], text[], text[], numeric[], bigint[])');
select create_distributed_function('transaction_type(numeric, uuid)');
