-- What each doctor has shared with each patient, signed by the doctor's key: one chain for each exchange. Nothing is changed
-- or removed, and the patient's browser would notice.
create table share_manifest (
  clinic_id uuid not null,
  exchange_id uuid not null,
  sequence bigint not null check (sequence > 0),
  patient_id uuid not null,
  manifest bytea not null,
  created_at timestamptz not null,
  primary key (clinic_id, exchange_id, sequence)
);
create index share_manifest_of_patient on share_manifest (clinic_id, patient_id);
call fence('share_manifest');
revoke update, delete on share_manifest from vestibule_app;
