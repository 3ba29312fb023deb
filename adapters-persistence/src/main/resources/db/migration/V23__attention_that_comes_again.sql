-- The same evidence in a later status is another problem. Of one that comes again it is told again if it lasts; what
-- was noted before counts as told until then.
alter table attention_log
  drop constraint attention_log_pkey,
  add column status text collate "C",
  add column since timestamptz;
update attention_log set status = runs.status, since = attention_log.noted_at
  from runs where runs.external_id = attention_log.run_id;
delete from attention_log where status is null;
alter table attention_log
  alter column since set not null,
  add primary key (run_id, status, kind);
comment on column attention_log.since is 'Since when that lasted of which it was told last.';
