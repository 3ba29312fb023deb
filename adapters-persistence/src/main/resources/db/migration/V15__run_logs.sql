create table run_log_chunks (
  run_ord bigint not null references runs on delete cascade,
  start bigint not null,
  bytes bytea not null,
  primary key (run_ord, start)
);
comment on table run_log_chunks is
  'What the commands of the runs printed, in the chunks in which their runners sent it. Each chunk begins where the one '
  'before ends; the end of the last is the size of the log.';
comment on column run_log_chunks.start is 'How many bytes of the log stand before the chunk.';
