-- What the engine's records tell. Not fenced: the broker's exporter speaks for all clinics at once, and the rows
-- hold references only. Whoever reads for a clinic names it in the query.
-- Each record sets columns no other record sets, so any order, repetition and batching gives the same rows.
create table engine_instance (
  instance_key bigint primary key,
  process_id text,
  process_version integer,
  clinic_ref uuid,
  invitation_id uuid,
  started_at timestamptz,
  ended_at timestamptz,
  terminated boolean
);
create index engine_instance_clinic on engine_instance (clinic_ref, started_at desc);

create table engine_element (
  element_key bigint primary key,
  instance_key bigint not null,
  element_id text not null,
  element_type text not null,
  entered_at timestamptz,
  left_at timestamptz
);
create index engine_element_instance on engine_element (instance_key, element_key);

create table engine_user_task (
  task_key bigint primary key,
  instance_key bigint not null,
  element_id text not null,
  form_ref uuid,
  created_at timestamptz,
  ended_at timestamptz
);
create index engine_user_task_form on engine_user_task (form_ref, task_key desc);

create table engine_incident (
  incident_key bigint primary key,
  instance_key bigint not null,
  element_id text not null,
  job_key bigint not null,
  code text not null,
  created_at timestamptz,
  resolved_at timestamptz
);
create index engine_incident_open on engine_incident (instance_key) where resolved_at is null;

create table engine_position (
  partition_id integer primary key,
  position bigint not null,
  record_time timestamptz not null
);
