-- What is to be sent, what was tried, and what came of it. Neither an address nor a word of any message is kept here.
create table message (
  clinic_id uuid not null,
  id uuid not null,
  subject uuid not null,
  generation int not null check (generation >= 0),
  channel text not null check (channel in ('EMAIL', 'SMS')),
  kind text not null,
  sequence int not null check (sequence >= 0),
  created_at timestamptz not null default now(),
  primary key (clinic_id, id),
  unique (clinic_id, subject, generation, channel, kind, sequence)
);
call fence('message');

-- Committed before the provider is talked to: a row without an outcome is a crash in between.
create table message_attempt (
  clinic_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  -- Address and words under the pepper, to recognise the message in the provider's list.
  digest bytea not null check (length(digest) = 32),
  started_at timestamptz not null default clock_timestamp(),
  primary key (clinic_id, id),
  foreign key (clinic_id, message_id) references message (clinic_id, id)
);
call fence('message_attempt');
create index message_attempt_of_message on message_attempt (clinic_id, message_id);

create table message_outcome (
  clinic_id uuid not null,
  attempt_id uuid not null,
  message_id uuid not null,
  result text not null check (result in ('SENT', 'REFUSED', 'FAILED')),
  code text not null check (code ~ '^[A-Za-z0-9_]{1,64}$'),
  at timestamptz not null default clock_timestamp(),
  primary key (clinic_id, attempt_id),
  foreign key (clinic_id, attempt_id) references message_attempt (clinic_id, id)
);
call fence('message_outcome');

create index message_outcome_by_code on message_outcome (clinic_id, code) where result = 'SENT';

-- A message is sent once or refused once, whatever the code above believes.
create unique index message_outcome_final on message_outcome (clinic_id, message_id) where result <> 'FAILED';
