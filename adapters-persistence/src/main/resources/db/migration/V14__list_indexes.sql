-- A workspace is also asked for by its name alone.
create index workspaces_folded_name on workspaces (folded_name);

-- The runs that have ended, by status: a list of a rare status need not walk over all others, and the runs of a status in
-- a window of time are counted in the index alone. A run enters it once, when it ends.
create index runs_ended on runs (status, ord) include (workspace_id)
  where status in ('applied', 'discarded', 'errored', 'canceled', 'planned_and_finished');
