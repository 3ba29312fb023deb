create table accounts (
  id integer generated always as identity primary key,
  external_id text collate "C" not null,
  name text collate "C" not null,
  folded_name text collate "C" not null,
  role text collate "C" not null,
  password_hash text,
  must_change_password boolean not null,
  created_at timestamptz not null,
  disabled_at timestamptz,
  constraint accounts_external_id_key unique (external_id),
  constraint accounts_folded_name_key unique (folded_name),
  constraint accounts_name_shape check (name ~ '^[A-Za-z0-9_-]{1,90}$'),
  constraint accounts_roles check (role in ('site-admin', 'support', 'user', 'runner'))
);
comment on table accounts is 'People and services that use Signalbox.';
comment on column accounts.password_hash is 'Null for a service account, which cannot sign in.';

create table api_tokens (
  id integer generated always as identity primary key,
  external_id text collate "C" not null,
  account_id integer not null references accounts on delete cascade,
  secret_hash text collate "C" not null,
  organizations text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_tokens_external_id_key unique (external_id),
  constraint api_tokens_secret_hash_key unique (secret_hash),
  constraint api_tokens_secret_hash_is_sha256 check (secret_hash ~ '^[0-9a-f]{64}$')
);
comment on table api_tokens is 'Tokens with which accounts use the API; they die with their account.';
comment on column api_tokens.secret_hash is 'SHA-256 of the token; the token itself is kept nowhere.';
comment on column api_tokens.organizations is
  'The folded names of the organizations the token is restricted to; empty for no restriction.';
comment on column api_tokens.last_used_at is 'To within a minute.';

create index api_tokens_account_id on api_tokens (account_id);
