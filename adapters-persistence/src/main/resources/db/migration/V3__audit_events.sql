create table audit_events (
  id bigint generated always as identity primary key,
  external_id text collate "C" not null,
  at timestamptz not null,
  account_id text collate "C",
  actor_name text not null,
  actor_role text collate "C" not null,
  token_id text collate "C",
  token_organizations text[] not null,
  address text not null,
  request_id text not null,
  action text collate "C" not null,
  organization_name text collate "C",
  workspace_name text collate "C",
  run_id text collate "C",
  subject text,
  from_status text collate "C",
  to_status text collate "C",
  reason text,
  constraint audit_events_external_id_key unique (external_id)
);
comment on table audit_events is
  'Every act of a person or a token that is no runner''s report. Names and IDs are text, with no foreign keys, so that an '
  'event outlives what it speaks of.';
comment on column audit_events.id is 'The order in which the events were kept.';

create index audit_events_run_id on audit_events (run_id, id) where run_id is not null;

create function refuse_change_of_audit_events() returns trigger
language plpgsql as $$
begin
  raise exception 'audit_events is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end
$$;

create trigger audit_events_append_only
  before update or delete or truncate on audit_events
  for each statement execute function refuse_change_of_audit_events();
