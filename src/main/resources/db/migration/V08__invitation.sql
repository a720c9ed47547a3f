-- An invitation is live while it is REQUESTED, SENT, or UNDELIVERABLE and in the desk's hands (closed_at is null).
create table invitation (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  invited_by uuid not null,
  wish text not null check (wish in ('EMAIL', 'SMS', 'AUTO')),
  link_life_seconds integer not null check (link_life_seconds > 0),
  status text not null check (status in ('REQUESTED', 'SENT', 'ACCEPTED', 'EXPIRED', 'WITHDRAWN', 'UNDELIVERABLE')),
  generation integer not null check (generation > 0),
  reminders integer not null default 0,
  last_reminded_at timestamptz,
  code_tries integer not null default 0,
  outcome text check (outcome in ('ALL_SHARED', 'PARTLY_SHARED', 'ALL_DECLINED', 'NOTHING_TO_SHARE')),
  requested_at timestamptz not null default now(),
  sent_at timestamptz,
  accepted_at timestamptz,
  closed_at timestamptz,
  expires_at timestamptz not null,
  primary key (clinic_id, id)
);
create unique index invitation_one_live_per_patient on invitation (clinic_id, patient_id) where closed_at is null;
create index invitation_of_patient on invitation (clinic_id, patient_id, requested_at desc);
call fence('invitation');

-- One row per generation. secret_hash and expires_at stay null until the agent has composed the message.
create table invitation_link (
  clinic_id uuid not null,
  invitation_id uuid not null,
  generation integer not null check (generation > 0),
  selector bytea not null unique check (octet_length(selector) = 8),
  secret_hash bytea check (octet_length(secret_hash) = 32),
  state text not null check (state in ('LIVE', 'USED', 'SUPERSEDED', 'CLOSED')),
  channel text check (channel in ('EMAIL', 'SMS')),
  email_failed boolean not null default false,
  sms_failed boolean not null default false,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  expires_at timestamptz,
  primary key (clinic_id, invitation_id, generation),
  foreign key (clinic_id, invitation_id) references invitation
);
call fence('invitation_link');

-- Not fenced: who opens a link has no clinic yet, this row tells it. A selector is random and authenticates nothing.
create table invitation_link_route (
  selector bytea primary key check (octet_length(selector) = 8),
  clinic_id uuid not null
);

-- A second-factor code; only its HMAC is kept, and not before the agent has made it.
create table enrolment_code (
  clinic_id uuid not null,
  id uuid not null,
  invitation_id uuid not null,
  code_hash bytea check (octet_length(code_hash) = 32),
  tries integer not null default 0,
  requested_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, invitation_id) references invitation
);
create index enrolment_code_of_invitation on enrolment_code (clinic_id, invitation_id, requested_at desc);
call fence('enrolment_code');

-- Not fenced: the agent's loop looks for work of every clinic here before it knows which one; references only.
create table code_request (
  id uuid primary key,
  clinic_id uuid not null,
  attempts integer not null default 0,
  not_before timestamptz not null default now()
);
create index code_request_due on code_request (not_before);

create table invitation_idempotency (
  clinic_id uuid not null,
  key_hash bytea not null check (octet_length(key_hash) = 32),
  body_hash bytea not null check (octet_length(body_hash) = 32),
  invitation_id uuid,
  created boolean,
  stored_at timestamptz not null default now(),
  primary key (clinic_id, key_hash)
);
call fence('invitation_idempotency');
