-- Messages about an account that wait for the agent, of all clinics; no step of a process. Not fenced, like code_request;
-- references only. A row stays after it is done: it keeps somebody from having the same patient told again and again.
create table notice_request (
  id uuid primary key,
  clinic_id uuid not null,
  invitation_id uuid not null,
  kind text not null check (kind in ('WITHDRAWN', 'NEW_KEY')),
  apart_from text check (apart_from in ('EMAIL', 'SMS')),
  sequence integer generated always as identity,
  attempts integer not null default 0,
  requested_at timestamptz not null default now(),
  not_before timestamptz not null default now(),
  done_at timestamptz
);
create index notice_request_due on notice_request (not_before) where done_at is null;
create index notice_request_of_invitation on notice_request (invitation_id, kind, requested_at);
