-- Private keys sealed by a browser under a code that only its user has. Not fenced: who asks has nothing but the code, from
-- which the id is derived (HKDF); 128 bits that say nothing about key or user, and are of no use without the code.
create table key_backup (
  backup_id bytea primary key check (octet_length(backup_id) = 16),
  clinic_id uuid not null,
  key_id bytea not null check (octet_length(key_id) = 16),
  sealed bytea not null check (octet_length(sealed) between 1 and 8192),
  created_at timestamptz not null default now()
);
create index key_backup_of_key on key_backup (clinic_id, key_id);
revoke update on key_backup from vestibule_app;

-- A user whose device is lost is invited again, for a new key instead of a new account.
alter table invitation add column purpose text not null default 'NEW_USER' check (purpose in ('NEW_USER', 'NEW_KEY'));

-- Links for new keys that wait for the agent, of all clinics: they are no step of a process, because the process of the
-- first invitation may still live. Not fenced, like code_request; references only.
create table link_request (
  id uuid primary key,
  clinic_id uuid not null,
  attempts integer not null default 0,
  not_before timestamptz not null default now()
);
create index link_request_due on link_request (not_before);
