-- Nobody looks for a row by its id alone any more; V14 to V17 left the index for replicas of the version before.

drop index if exists transaction_id_idx;
