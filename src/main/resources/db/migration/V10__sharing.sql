-- One row per share that was started for an approval; a killed one goes on with the same row, so that its counts are right.
create table share_runs (
  clinic_id uuid not null,
  notification_id uuid not null,
  number int not null,
  patient_id uuid not null,
  delegator uuid not null,
  state text not null check (state in ('RUNNING', 'INCOMPLETE', 'DONE')),
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (clinic_id, notification_id, number)
);
-- At most one share per approval is under way, however many jobs ask for it.
create unique index share_runs_open on share_runs (clinic_id, notification_id) where state <> 'DONE';
call fence('share_runs');

create table share_run_parts (
  clinic_id uuid not null,
  notification_id uuid not null,
  number int not null,
  kind text not null check (kind in ('PATIENT', 'HEALTHCARE_ELEMENT', 'DATA_SAMPLE')),
  -- Grows in the transaction that inserts the delegations it counts.
  modified int not null default 0,
  error text,
  primary key (clinic_id, notification_id, number, kind),
  foreign key (clinic_id, notification_id, number) references share_runs (clinic_id, notification_id, number)
);
call fence('share_run_parts');

-- For which of the patient's keys the patient's rights are wrapped. With another key they are unreadable and start anew.
create table share_keys (
  clinic_id uuid not null,
  patient_id uuid not null,
  key_id text not null,
  primary key (clinic_id, patient_id)
);
call fence('share_keys');
