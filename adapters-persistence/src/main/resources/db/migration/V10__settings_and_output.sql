create table settings (
  name text collate "C" primary key,
  value bigint not null
);
comment on table settings is
  'What administrators have chosen for the installation: seconds, or 1 for yes and 0 for no. What is not here is as usual.';

create table workspace_settings (
  workspace_id integer not null references workspaces on delete cascade,
  name text collate "C" not null,
  value bigint not null,
  primary key (workspace_id, name)
);
comment on table workspace_settings is 'What administrators have chosen for a workspace, over the installation''s.';

alter table run_heartbeats
  add column output_told_at timestamptz,
  add column output_grown_at timestamptz;
comment on column run_heartbeats.output_told_at is 'When the runner last told of output; by the server''s clock.';
comment on column run_heartbeats.output_grown_at is
  'When what the runner told of output last differed from what it had told before; by the server''s clock, so that a '
  'runner''s may be wrong.';
