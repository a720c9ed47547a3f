-- By which name a provider reports on a message. Not fenced: who reports has no clinic, this row tells it. Random, and
-- authenticates nothing.
create table message_report_name (
  report uuid primary key,
  clinic_id uuid not null,
  message_id uuid not null,
  -- What stands before the @ of an e-mail's Message-ID, which a bounce repeats; a hash over ids nobody outside knows.
  name text not null unique check (name ~ '^[0-9a-f]{32}$'),
  unique (clinic_id, message_id)
);

-- What was reported, until the agent, which alone can check the signature, has judged it.
create table message_report (
  clinic_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  report uuid not null,
  fields jsonb not null,
  signature text not null check (length(signature) <= 200),
  received_at timestamptz not null default now(),
  primary key (clinic_id, id)
);
call fence('message_report');
create index message_report_of_message on message_report (clinic_id, message_id);

-- Not fenced, like code_request; references only.
create table message_report_request (
  id uuid primary key,
  clinic_id uuid not null,
  not_before timestamptz not null default now()
);
create index message_report_request_due on message_report_request (not_before);

-- How far a message got after a provider took it over; only ever forward.
create table message_status (
  clinic_id uuid not null,
  message_id uuid not null,
  status text not null check (status in ('ON_ITS_WAY', 'DELIVERED', 'CAME_BACK')),
  code text not null check (code ~ '^[A-Za-z0-9_]{1,64}$'),
  at timestamptz not null default now(),
  primary key (clinic_id, message_id),
  foreign key (clinic_id, message_id) references message (clinic_id, id)
);
call fence('message_status');
