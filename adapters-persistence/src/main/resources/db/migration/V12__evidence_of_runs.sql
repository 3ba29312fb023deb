-- A run is held by the account of its runner: a token that expires or is rotated must not orphan what it brought.
alter table runs add column runner_account_id text collate "C";
update runs set runner_account_id = accounts.external_id
  from api_tokens join accounts on accounts.id = api_tokens.account_id
  where api_tokens.external_id = runs.runner_token_id;
alter table runs drop column runner_token_id;
comment on column runs.runner_account_id is 'The ID on the wire of the account whose runner claimed the run.';

alter table runs
  add column ci_name text,
  add column ci_job_url text,
  add column ci_commit text,
  add column ci_branch text,
  add column ci_author text,
  add column resource_additions integer,
  add column resource_changes integer,
  add column resource_destructions integer,
  add constraint runs_resource_counts_whole check (
    num_nulls(resource_additions, resource_changes, resource_destructions) in (0, 3)
    and least(resource_additions, resource_changes, resource_destructions) >= 0
  );
comment on column runs.ci_name is 'What its neighbours and it say comes from the variables of the CI job that submitted the run.';
comment on column runs.resource_additions is 'What the plan would create; null if the runner did not count.';

alter table run_reports
  add column policy_check boolean,
  add column resource_additions integer,
  add column resource_changes integer,
  add column resource_destructions integer;
comment on column run_reports.policy_check is 'Whether a policy check follows the plan that finished.';

alter table run_heartbeats
  add column host text,
  add column process_id integer,
  add column process_count integer,
  add column last_lines text[] not null default '{}';
comment on column run_heartbeats.process_id is 'The leader of the command''s process group on its host.';
comment on column run_heartbeats.last_lines is 'The last lines of the output, if the runner shares them.';
