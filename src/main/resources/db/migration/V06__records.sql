-- Encrypted clinical content. In clear stand only: the FHIR type name, and the clinical date (a day), because the doctor
-- who is asked for access sees how much of which kind there is and over what period, without anybody decrypting it.
-- That is a choice: who reads this table learns that a patient has, say, an Observation of a certain day, never what it says.
create table entity (
  clinic_id uuid not null references clinic,
  -- Derived from the source's identity with the pepper: the same thing sent again is the same row, and the id says nothing.
  entity_id uuid not null,
  patient_id uuid not null,
  kind text not null,
  fhir_type text not null,
  version int not null check (version > 0),
  content_key_id bytea not null check (length(content_key_id) = 16),
  envelope bytea not null,
  clinical_date date,
  -- The patient's pages go from the newest to those without a date. A column, because row-level security lets only
  -- leakproof conditions use an index, and coalesce is not one.
  reading_date date not null generated always as (coalesce(clinical_date, date '0001-01-01')) stored,
  -- HMAC-SHA-256 of the canonical content under the pepper: tells that nothing changed, and nothing else.
  source_hash bytea not null check (length(source_hash) = 32),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (clinic_id, entity_id),
  foreign key (clinic_id, patient_id) references patient,
  check (kind = case fhir_type
    when 'Patient' then 'PATIENT' when 'Condition' then 'HEALTHCARE_ELEMENT' else 'DATA_SAMPLE' end)
);
call fence('entity');
-- Ciphertext does not compress: do not try.
alter table entity alter column envelope set storage external;
-- Summing up and sharing read no envelope, so what they need stands in the index.
create index entity_by_patient on entity (clinic_id, patient_id, entity_id)
  include (content_key_id, fhir_type, clinical_date);
create index entity_by_date on entity (clinic_id, patient_id, reading_date, entity_id);

-- Signed records through which one party gives another an exchange key; the key inside is sealed to public keys.
create table exchange (
  clinic_id uuid not null references clinic,
  exchange_id uuid not null,
  delegator uuid not null,
  delegate uuid not null,
  record bytea not null,
  created_at timestamptz not null,
  primary key (clinic_id, exchange_id)
);
call fence('exchange');
create index exchange_by_parties on exchange (clinic_id, delegator, delegate, created_at desc);

-- Who may read what: the entity's content key, wrapped under an exchange key. Party ids are those of a professional, of a
-- patient, or of the clinic's intake, which seals what is imported and cannot read it afterwards.
create table delegation (
  clinic_id uuid not null references clinic,
  entity_id uuid not null,
  delegate uuid not null,
  exchange_id uuid not null,
  delegator uuid not null,
  content_key_id bytea not null check (length(content_key_id) = 16),
  permission text not null check (permission in ('READ', 'WRITE')),
  wrapped bytea not null,
  created_at timestamptz not null,
  -- With the content key: a right to a version that is just being replaced must not stand in the way of the next one.
  primary key (clinic_id, entity_id, delegate, exchange_id, content_key_id),
  foreign key (clinic_id, entity_id) references entity,
  foreign key (clinic_id, exchange_id) references exchange
);
call fence('delegation');
create index delegation_by_delegate on delegation (clinic_id, delegate, entity_id, content_key_id);
