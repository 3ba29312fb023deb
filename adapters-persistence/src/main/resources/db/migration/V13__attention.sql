create table attention_log (
  run_id text collate "C" primary key,
  noted_at timestamptz not null
);
comment on table attention_log is
  'Runs that are known to need attention; of each it has been told, to those who are to be told, that it begins to.';
