alter table run_heartbeats add column process_ids integer[];
comment on column run_heartbeats.process_ids is
  'The processes of the command''s group that are alive, or the first of them.';
