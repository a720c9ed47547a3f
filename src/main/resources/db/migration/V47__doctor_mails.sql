-- Mails to doctors that wait for the agent, of all clinics; no step of a process, which goes on whatever becomes of them.
-- Not fenced, like notice_request; references only: the address is looked up when it is sent.
create table doctor_mail (
  clinic_id uuid not null,
  -- As in the message: whom of a request it goes to, or the professional.
  subject uuid not null,
  kind text not null check (kind in ('TASK_NEW', 'TASK_REMINDER', 'TASK_ESCALATED', 'TASK_DIGEST')),
  sequence integer not null,
  notification_id uuid,
  attempts integer not null default 0,
  requested_at timestamptz not null default now(),
  not_before timestamptz not null default now(),
  primary key (clinic_id, subject, kind, sequence),
  check ((kind = 'TASK_DIGEST') = (notification_id is null))
);
create index doctor_mail_due on doctor_mail (not_before);
