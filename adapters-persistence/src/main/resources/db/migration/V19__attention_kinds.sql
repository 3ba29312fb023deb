-- A run may come to need attention for another reason than the one that was told. Of those that are known no reason was
-- kept, so that each counts as told; what is not found again is forgotten soon.
alter table attention_log
  drop constraint attention_log_pkey,
  add column kind text collate "C";
insert into attention_log (run_id, kind, noted_at)
  select known.run_id, reasons.kind, known.noted_at from attention_log known
    cross join (values ('heartbeat-lost'), ('end-unconfirmed'), ('silent'), ('overdue'), ('no-runner'), ('behind-lock'))
      as reasons (kind);
delete from attention_log where kind is null;
alter table attention_log add primary key (run_id, kind);
comment on table attention_log is
  'Why runs are known to need attention; of each it has been told, to those who are to be told, that it begins to.';
