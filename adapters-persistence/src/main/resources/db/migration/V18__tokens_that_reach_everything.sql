-- A token that loses the last organization it is restricted to must not thereby reach them all.
alter table api_tokens alter column organizations drop not null;
update api_tokens set organizations = null where organizations = '{}';
alter table api_tokens
  add constraint api_tokens_restricted_to_something check (cardinality(organizations) > 0);

comment on column api_tokens.organizations is
  'The folded names of the organizations the token is restricted to; null for no restriction.';
