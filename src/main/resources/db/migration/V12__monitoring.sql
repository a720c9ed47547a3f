-- How a visit ended, which record tied an instance to its clinic and invitation, which visit an incident holds up, and where to look in the log for its cause.
alter table engine_element add column terminated boolean;
alter table engine_instance add column clinic_ref_position bigint;
alter table engine_instance add column invitation_id_position bigint;
alter table engine_incident add column element_key bigint not null default -1;
alter table engine_incident add column correlation uuid;

create index engine_element_standing on engine_element (element_id, instance_key) where left_at is null;
create index engine_incident_element on engine_incident (element_key, incident_key desc);
create index engine_instance_invitation on engine_instance (invitation_id);
drop index engine_instance_clinic;
create index engine_instance_clinic on engine_instance (clinic_ref, started_at desc, instance_key desc);

-- What will happen by itself, and when: reminders, escalations, ends.
create table engine_timer (
  timer_key bigint primary key,
  instance_key bigint not null,
  element_id text not null,
  due_at timestamptz not null,
  created_at timestamptz,
  ended_at timestamptz
);
create index engine_timer_instance on engine_timer (instance_key, due_at);

-- Somebody decided to have incidents tried again; the rows are the exact set, so that one can look again.
create table incident_retry (
  clinic_id uuid not null,
  id uuid not null,
  requested_by text not null,
  requested_at timestamptz not null default now(),
  primary key (clinic_id, id)
);
call fence('incident_retry');

create table incident_retry_item (
  clinic_id uuid not null,
  retry_id uuid not null,
  incident_key bigint not null,
  told_at timestamptz,
  primary key (clinic_id, retry_id, incident_key),
  foreign key (clinic_id, retry_id) references incident_retry (clinic_id, id)
);
call fence('incident_retry_item');
revoke delete on incident_retry, incident_retry_item from vestibule_app;

-- The model as the engine has it, one row a deployed version: what runs is drawn as it is, not as it is meant today.
create table engine_model (
  process_id text not null,
  version integer not null,
  bpmn text not null,
  primary key (process_id, version)
);

-- When the broker's exporter was last heard, and how late its newest record was.
create table engine_exporter (
  partition_id integer primary key,
  heard_at timestamptz not null,
  lag_ms bigint not null
);
