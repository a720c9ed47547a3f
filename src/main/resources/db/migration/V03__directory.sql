-- The clinics are the tenants themselves and are not fenced: a login, an API key or a link has to find its clinic before
-- any transaction can be told which one it serves. Nothing here is about a patient.
create table clinic (
  clinic_id uuid primary key,
  name text not null check (name <> ''),
  solution_name text not null check (solution_name <> ''),
  region text not null check (region ~ '^[A-Z]{2}$'),
  minimum_age int not null check (minimum_age between 0 and 150),
  second_factor boolean not null
);

-- The organizations and places a clinic consists of.
create table clinic_part (
  clinic_id uuid not null references clinic,
  part_id uuid not null,
  kind text not null check (kind in ('ORGANIZATION', 'LOCATION')),
  name text not null check (name <> ''),
  primary key (clinic_id, part_id)
);
call fence('clinic_part');

create table hcp (
  clinic_id uuid not null references clinic,
  hcp_id uuid not null,
  ref uuid not null,
  title text not null,
  family text not null check (family <> ''),
  given text not null,
  email text,
  deputy_group uuid not null,
  primary key (clinic_id, hcp_id),
  unique (clinic_id, ref)
);
call fence('hcp');

-- The clear administrative data of a patient: what it takes to address, greet and recognise one. Everything else about
-- a patient is in table entity, encrypted.
create table patient (
  clinic_id uuid not null references clinic,
  patient_id uuid not null,
  ref uuid not null,
  family text not null check (family <> ''),
  given text not null,
  birth_date date not null,
  gender text not null check (gender in ('male', 'female', 'other', 'unknown')),
  language text not null,
  state text not null check (state in ('ACTIVE', 'INACTIVE', 'DECEASED', 'MERGED')),
  street text,
  postal_code text,
  city text,
  country text,
  -- Contacts, language or address were changed here (by the patient or the desk): an import leaves them alone from then on.
  changed_here boolean not null default false,
  version int not null,
  primary key (clinic_id, patient_id),
  unique (clinic_id, ref)
);
call fence('patient');
create index patient_by_name on patient (clinic_id, lower(family) text_pattern_ops);

-- No uniqueness by value: two patients may share one address.
create table patient_contact (
  clinic_id uuid not null,
  patient_id uuid not null,
  position int not null,
  kind text not null check (kind in ('EMAIL', 'MOBILE', 'LANDLINE')),
  use text not null check (use in ('HOME', 'WORK', 'OTHER')),
  value text not null,
  preferred boolean not null,
  primary key (clinic_id, patient_id, position),
  foreign key (clinic_id, patient_id) references patient on delete cascade
);
call fence('patient_contact');

-- Business identifiers; one names at most one patient and one professional of a clinic.
create table identifier (
  clinic_id uuid not null references clinic,
  owner_kind text not null check (owner_kind in ('PATIENT', 'HCP')),
  owner_id uuid not null,
  system text not null,
  value text not null check (value <> ''),
  primary key (clinic_id, owner_kind, system, value)
);
call fence('identifier');
create index identifier_by_owner on identifier (clinic_id, owner_kind, owner_id);

-- The public keys of patients and professionals. A patient's key carries the proof made with the invitation link; this
-- table is not trusted: the agent checks the proof again before it shares anything with a key.
create table public_key (
  clinic_id uuid not null references clinic,
  key_id bytea not null check (length(key_id) = 16),
  party uuid not null,
  encoded bytea not null,
  state text not null check (state in ('ACTIVE', 'LOST', 'REVOKED')),
  proof_invitation uuid,
  proof_generation int,
  proof_mac bytea check (length(proof_mac) = 32),
  created_at timestamptz not null,
  primary key (clinic_id, key_id),
  check (num_nonnulls(proof_invitation, proof_generation, proof_mac) in (0, 3))
);
call fence('public_key');
create unique index public_key_active on public_key (clinic_id, party) where state = 'ACTIVE';
