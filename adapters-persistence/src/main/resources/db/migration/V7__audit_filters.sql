-- Names are of ASCII letters, which lower() folds in this collation as Signalbox does.
alter table audit_events
  add column folded_actor_name text collate "C"
    generated always as (lower(actor_name collate "C")) stored,
  add column folded_organization_name text collate "C"
    generated always as (lower(organization_name collate "C")) stored,
  add column folded_workspace_name text collate "C"
    generated always as (lower(workspace_name collate "C")) stored;

-- Events are listed from the newest back, each page after the last event of the one before.
create index audit_events_at on audit_events (at, id);
create index audit_events_actor_name on audit_events (folded_actor_name, at, id);
create index audit_events_account on audit_events (account_id, at, id) where account_id is not null;
create index audit_events_action on audit_events (action, at, id);
create index audit_events_organization on audit_events (folded_organization_name, at, id)
  where folded_organization_name is not null;
create index audit_events_workspace on audit_events (folded_workspace_name, at, id)
  where folded_workspace_name is not null;
