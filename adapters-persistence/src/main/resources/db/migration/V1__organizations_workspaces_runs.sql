-- Works on PostgreSQL 14 and later, with no extension. What is compared or ordered byte by byte is collate "C", so that
-- no locale of the server changes an order or an index. Every instant is cut to milliseconds before it comes here.

create table organizations (
  id integer generated always as identity primary key,
  name text collate "C" not null,
  folded_name text collate "C" not null,
  email text,
  created_at timestamptz not null,
  constraint organizations_folded_name_key unique (folded_name),
  constraint organizations_name_shape check (name ~ '^[A-Za-z0-9_-]{1,90}$')
);
comment on table organizations is 'Owners of workspaces. The name is the ID on the wire.';
comment on column organizations.folded_name is 'The name in lower case, folded by the application.';

create table workspaces (
  id integer generated always as identity primary key,
  external_id text collate "C" not null,
  organization_id integer not null references organizations,
  name text collate "C" not null,
  folded_name text collate "C" not null,
  vcs_repo text,
  created_at timestamptz not null,
  lock_account_id text collate "C",
  lock_by_name text,
  lock_reason text,
  locked_at timestamptz,
  search_text text collate "C" not null,
  last_ord bigint,
  applied_count bigint not null default 0,
  discarded_count bigint not null default 0,
  errored_count bigint not null default 0,
  canceled_count bigint not null default 0,
  planned_and_finished_count bigint not null default 0,
  constraint workspaces_external_id_key unique (external_id),
  constraint workspaces_organization_id_folded_name_key unique (organization_id, folded_name),
  constraint workspaces_name_shape check (name ~ '^[A-Za-z0-9_-]{1,90}$'),
  constraint workspaces_lock_whole check (
    (locked_at is null) = (lock_by_name is null)
    and (locked_at is null) = (lock_reason is null)
    and (lock_account_id is null or locked_at is not null)
  ),
  constraint workspaces_counts_not_negative check (
    least(applied_count, discarded_count, errored_count, canceled_count, planned_and_finished_count) >= 0
  )
) with (fillfactor = 80);
comment on table workspaces is
  'Places in which one run at a time may change one state. Locking the row serialises what concerns its queue.';
comment on column workspaces.search_text is
  'What a search looks in: the folded organization/name, e-mail address and repository, one a line.';
comment on column workspaces.last_ord is
  'The ord of the newest run; null if there never was one. Lists of a search rely on it, so that whoever deletes a newest '
  'run must lower it, and keep later ords above the old value.';
comment on column workspaces.applied_count is
  'The runs of this workspace that are applied; like its neighbours kept in the transaction in which a run ends.';

create sequence run_ord_numbers as bigint;
comment on sequence run_ord_numbers is 'Tells apart the ords of one millisecond: the low 21 bits of runs.ord.';

create table runs (
  ord bigint primary key,
  external_id text collate "C" not null,
  workspace_id integer not null references workspaces,
  status text collate "C" not null,

  plan_only boolean not null,
  auto_apply boolean not null,
  is_destroy boolean not null,
  message text,
  submission_key text collate "C",
  author_id text collate "C",
  author_name text not null,

  planning_at timestamptz,
  planned_at timestamptz,
  confirmed_at timestamptz,
  applying_at timestamptz,
  applied_at timestamptz,
  discarded_at timestamptz,
  errored_at timestamptz,
  canceled_at timestamptz,
  policy_checking_at timestamptz,
  policy_override_at timestamptz,
  policy_checked_at timestamptz,
  planned_and_finished_at timestamptz,
  force_canceled_at timestamptz,

  has_changes boolean not null,
  plan_id text collate "C" not null,
  plan_status text collate "C" not null,
  plan_started_at timestamptz,
  plan_ended_at timestamptz,
  apply_id text collate "C" not null,
  apply_status text collate "C" not null,
  apply_started_at timestamptz,
  apply_ended_at timestamptz,

  runner_token_id text collate "C",
  last_report_number integer not null,
  last_report_event text collate "C",

  ending_phase text collate "C",
  ending_requested_at timestamptz,
  ending_acknowledged_at timestamptz,
  ending_gone_at timestamptz,
  ending_released_at timestamptz,
  ending_signal text,
  ending_exit_code integer,

  constraint runs_external_id_key unique (external_id),
  constraint runs_plan_id_key unique (plan_id),
  constraint runs_apply_id_key unique (apply_id),
  constraint runs_status_has_its_instant check (
    case status
      when 'pending' then true
      when 'planning' then planning_at is not null
      when 'planned' then planned_at is not null
      when 'confirmed' then confirmed_at is not null
      when 'applying' then applying_at is not null
      when 'applied' then applied_at is not null
      when 'discarded' then discarded_at is not null
      when 'errored' then errored_at is not null
      when 'canceled' then canceled_at is not null
      when 'policy_checking' then policy_checking_at is not null
      when 'policy_override' then policy_override_at is not null
      when 'policy_checked' then policy_checked_at is not null
      when 'planned_and_finished' then planned_and_finished_at is not null
      else false
    end
  ),
  constraint runs_force_canceled_is_canceled check (force_canceled_at is null or status = 'canceled'),
  constraint runs_phase_statuses check (
    plan_status in ('pending', 'running', 'finished', 'errored', 'canceled', 'unreachable')
    and apply_status in ('pending', 'running', 'finished', 'errored', 'canceled', 'unreachable')
  ),
  constraint runs_last_report_whole check (
    last_report_number >= 0 and (last_report_number = 0) = (last_report_event is null)
  ),
  constraint runs_ending_whole check (
    (ending_phase is null) = (ending_requested_at is null)
    and (
      ending_requested_at is not null
      or (ending_acknowledged_at is null and ending_gone_at is null and ending_released_at is null)
    )
    and (ending_gone_at is not null or (ending_signal is null and ending_exit_code is null))
    and (ending_phase is null or ending_phase in ('planning', 'policy_checking', 'applying'))
  )
);
comment on table runs is 'Terraform runs. What never changes comes first, then what moves change.';
comment on column runs.ord is
  'Order, and the instant of submission: (milliseconds since 2018-01-01T00:00:00Z) << 21 | number. Within a workspace it '
  'only grows.';
comment on column runs.status is 'As the API names it.';
comment on column runs.submission_key is 'The submitter''s own, which makes submitting again harmless.';
comment on column runs.author_id is 'The account''s ID on the wire, as text, so that it outlives the account.';
comment on column runs.runner_token_id is 'The ID on the wire of the token whose runner claimed the run.';
comment on column runs.ending_requested_at is
  'When an end was asked for while a runner held a phase; the workspace is free once that is gone or released.';

create index runs_workspace_id_ord on runs (workspace_id, ord);
create unique index runs_workspace_id_submission_key on runs (workspace_id, submission_key)
  where submission_key is not null;
-- The runs that have not ended: few, however many have.
create index runs_active on runs (workspace_id, ord) include (status)
  where status in (
    'pending', 'planning', 'planned', 'confirmed', 'applying', 'policy_checking', 'policy_override', 'policy_checked'
  );
create index runs_open_endings on runs (workspace_id, ord)
  where ending_requested_at is not null and ending_gone_at is null and ending_released_at is null;

create table run_reports (
  run_ord bigint not null references runs on delete cascade,
  number integer not null,
  reported_at timestamptz not null,
  event text collate "C" not null,
  has_changes boolean,
  signal text,
  exit_code integer,
  reason text,
  primary key (run_ord, number),
  constraint run_reports_number_from_1 check (number >= 1)
);
comment on table run_reports is 'The timeline of a run: what its runner has reported.';

create table run_heartbeats (
  run_ord bigint primary key references runs on delete cascade,
  heard_at timestamptz not null,
  output_at timestamptz,
  output_bytes bigint,
  constraint run_heartbeats_output_bytes_not_negative check (output_bytes >= 0)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);
comment on table run_heartbeats is
  'The newest sign of life of each run''s runner; apart from the runs, as it is rewritten every few seconds.';
comment on column run_heartbeats.output_at is 'When the command last printed something, by the runner''s clock.';
