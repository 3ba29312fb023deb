comment on table run_log_chunks is
  'What the commands of the runs printed, in the chunks in which their runners sent it, small ones joined. Each chunk '
  'begins where the one before ends; the end of the last is the size of the log.';
