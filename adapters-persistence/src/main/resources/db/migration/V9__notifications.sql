create table notifications (
  id bigint generated always as identity primary key,
  channel text collate "C" not null,
  trigger text collate "C" not null,
  at timestamptz not null,
  organization_name text not null,
  workspace_name text not null,
  run_id text collate "C" not null,
  run_status text collate "C" not null,
  message text not null,
  actor_name text,
  attempts integer not null default 0,
  due_at timestamptz not null,
  constraint notifications_channels check (channel in ('webhook', 'email')),
  constraint notifications_triggers check (trigger in ('needs_attention', 'forced'))
);
comment on table notifications is
  'What has not been delivered, once a channel; put in with what it tells of, and gone once delivered or given up.';
comment on column notifications.due_at is 'When it may be tried next; while one server tries, when another may.';

create index notifications_due on notifications (channel, due_at);
