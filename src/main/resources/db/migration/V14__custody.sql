-- A key that was replaced in good order: nothing new is sealed to it, and what was stays readable.
alter table public_key drop constraint public_key_state_check;
alter table public_key add constraint public_key_state_check
  check (state in ('ACTIVE', 'RETIRED', 'LOST', 'REVOKED'));

-- One row per replacement of a professional's key. It stays open until every exchange is sealed to the new one, so that
-- a replacement that was killed goes on instead of making yet another key.
create table key_rotation (
  clinic_id uuid not null references clinic,
  to_key bytea not null check (length(to_key) = 16),
  hcp_id uuid not null,
  from_key bytea not null check (length(from_key) = 16),
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (clinic_id, to_key)
);
create unique index key_rotation_open on key_rotation (clinic_id, hcp_id) where finished_at is null;
call fence('key_rotation');

-- Sealing anew goes through all exchanges of one party; those it gave are found by exchange_by_parties.
create index exchange_by_delegate on exchange (clinic_id, delegate, exchange_id);

-- A share that was taken back. The notification stays completed: that it was shared remains true, and so does its history.
create table share_revocation (
  clinic_id uuid not null,
  notification_id uuid not null,
  patient_id uuid not null,
  delegator uuid not null,
  actor text not null,
  reason text not null,
  rekey text not null check (rekey in ('NEXT_WRITE', 'NOW')),
  entities int not null,
  revoked_at timestamptz not null,
  settled_at timestamptz,
  failed int not null default 0,
  primary key (clinic_id, notification_id),
  foreign key (clinic_id, notification_id) references notifications (clinic_id, id)
);
create index share_revocation_open on share_revocation (clinic_id, revoked_at) where settled_at is null;
call fence('share_revocation');

-- The entities of a revocation the agent has not seen to: each goes in the transaction that settles it.
create table share_revocation_entity (
  clinic_id uuid not null,
  notification_id uuid not null,
  entity_id uuid not null,
  primary key (clinic_id, notification_id, entity_id),
  foreign key (clinic_id, notification_id) references share_revocation
);
call fence('share_revocation_entity');
