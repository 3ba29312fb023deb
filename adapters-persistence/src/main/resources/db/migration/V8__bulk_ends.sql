create table bulk_ends (
  id integer generated always as identity primary key,
  external_id text collate "C" not null,
  requested_at timestamptz not null,
  account_id text collate "C",
  actor_name text not null,
  actor_role text collate "C" not null,
  token_id text collate "C",
  token_organizations text[] not null,
  address text not null,
  request_id text not null,
  end_status text collate "C" not null,
  reason text not null,
  filter text,
  state text collate "C" not null,
  state_since timestamptz not null,
  worker text,
  leased_until timestamptz,
  constraint bulk_ends_external_id_key unique (external_id),
  constraint bulk_ends_end_statuses check (end_status in ('errored', 'canceled')),
  constraint bulk_ends_states check (state in ('running', 'paused', 'stopped', 'finished')),
  constraint bulk_ends_lease_whole check ((worker is null) = (leased_until is null))
);
comment on table bulk_ends is 'Forced ends of many runs at once. Who asked for one stands here as text, as in the audit.';
comment on column bulk_ends.filter is 'The filter that chose the runs, as it was asked for; null if they were named.';
comment on column bulk_ends.leased_until is 'When another server may take up the work if the worker is not heard of again.';

create index bulk_ends_running on bulk_ends (id) where state = 'running';

create table bulk_end_runs (
  bulk_end_id integer not null references bulk_ends on delete cascade,
  turn integer not null,
  run_id text collate "C" not null,
  outcome text collate "C" not null,
  from_status text collate "C",
  settled_at timestamptz,
  primary key (bulk_end_id, turn),
  constraint bulk_end_runs_run_key unique (bulk_end_id, run_id),
  constraint bulk_end_runs_outcomes check (
    outcome in ('waiting', 'ended', 'already-ended', 'missing', 'left', 'failed')
    and (outcome = 'waiting') = (settled_at is null)
  )
);
comment on table bulk_end_runs is
  'The runs of a bulk end, as they were chosen when it was asked for, and what became of each. A run''s ID is text, so that '
  'its outcome outlives it.';

create index bulk_end_runs_waiting on bulk_end_runs (bulk_end_id, turn) where outcome = 'waiting';
