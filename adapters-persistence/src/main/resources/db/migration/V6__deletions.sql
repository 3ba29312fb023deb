-- What is deleted is marked first, in the transaction that ends its runs, and vanishes in batches afterwards.

alter table organizations add column deleted_at timestamptz;
alter table workspaces add column deleted_at timestamptz;

comment on column organizations.deleted_at is
  'When its deletion began: from then on nobody finds it, and folded_name is "/" and the id, which frees the name. The '
  'row goes with the last of its workspaces.';
comment on column workspaces.deleted_at is
  'When its deletion began: from then on nobody finds it, no run is added, and folded_name is "/" and external_id, which '
  'frees the name. Its runs vanish oldest first, so that last_ord need not be lowered; the row goes with the last.';

create index workspaces_deleted on workspaces (deleted_at) where deleted_at is not null;
