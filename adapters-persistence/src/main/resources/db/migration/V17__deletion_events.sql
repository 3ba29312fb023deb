-- What has not ended is ended in batches after its workspace's deletion has begun, in the name of whoever began it.
alter table workspaces add column deletion_event_id text collate "C";

comment on column workspaces.deletion_event_id is
  'The audit event with which its deletion began; null until then, and where it began before there was this column, when '
  'all its runs had been ended with it.';
