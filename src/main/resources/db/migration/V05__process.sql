-- Jobs worked on, with their answers. The engine's key names the visit to the task, so every delivery finds the row.
create table engine_inbox (
  clinic_id uuid not null,
  element_instance_key bigint not null,
  job_type text not null,
  error text,
  variables jsonb not null default '{}',
  taken_at timestamptz not null default now(),
  primary key (clinic_id, element_instance_key, job_type)
);
call fence('engine_inbox');

-- What the engine is to be told. Not fenced: the relay carries out the intentions of all clinics and
-- learns from the row whose clinic to enter. Sent rows stay: they are the memory of what was said,
-- longer than any message's time to live.
create table engine_outbox (
  id bigint generated always as identity primary key,
  clinic_id uuid not null,
  message text,
  correlation_key uuid,
  message_id text,
  time_to_live_ms bigint,
  form_reference uuid,
  variables jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  due_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  constraint message_or_task check (
    (message is not null and correlation_key is not null and message_id is not null and time_to_live_ms is not null)
    <> (form_reference is not null))
);
-- One fact, one message; two clicks, one completion.
create unique index engine_outbox_message on engine_outbox (clinic_id, message_id);
create unique index engine_outbox_task on engine_outbox (clinic_id, form_reference) where sent_at is null;
create index engine_outbox_due on engine_outbox (due_at) where sent_at is null;
