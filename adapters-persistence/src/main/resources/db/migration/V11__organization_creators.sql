alter table organizations add column creator_id text collate "C";
comment on column organizations.creator_id is
  'The ID on the wire of the account that created it, as text, so that it outlives the account; null if none did.';

-- The newest event is that of the organization which has the name now.
update organizations set creator_id = (
  select account_id from audit_events
  where action = 'organization-created' and folded_organization_name = folded_name
  order by at desc, audit_events.id desc
  limit 1
) where deleted_at is null;
