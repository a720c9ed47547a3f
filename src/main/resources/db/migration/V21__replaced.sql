-- What a patient could read until the clinic sent a newer version of it: the entry as the doctor's last list of shares names
-- it, so that the patient's browser can tell "changed since" from "held back". It goes when the doctor signs the next list.
create table share_replaced (
  clinic_id uuid not null,
  exchange_id uuid not null,
  entity_id uuid not null,
  patient_id uuid not null,
  fhir_type text not null,
  version int not null,
  content_key_id bytea not null check (length(content_key_id) = 16),
  replaced_at timestamptz not null,
  primary key (clinic_id, exchange_id, entity_id),
  foreign key (clinic_id, exchange_id) references exchange
);
create index share_replaced_of_patient on share_replaced (clinic_id, patient_id);
call fence('share_replaced');
revoke update on share_replaced from vestibule_app;

-- Why the agent cannot settle a revocation yet; null while nothing is in the way.
alter table share_revocation add column waits_for text;
