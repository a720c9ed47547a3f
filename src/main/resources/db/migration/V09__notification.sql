create table notifications (
  clinic_id uuid not null,
  id uuid not null,
  type text not null,
  status text not null check (status in ('PENDING', 'ONGOING', 'COMPLETED', 'CANCELLED')),
  author uuid not null,
  responsible uuid not null,
  hcp uuid not null,
  invitation uuid not null,
  -- The patient's key the question is about; another key is another question.
  key_id text not null,
  handler uuid,
  open_to_deputies boolean not null default false,
  reason text,
  problem text,
  created timestamptz not null,
  modified timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, invitation, hcp, key_id)
);
create index notifications_by_time on notifications (clinic_id, created, id);
create index notifications_by_hcp on notifications (clinic_id, hcp, created, id);
create index notifications_by_responsible on notifications (clinic_id, responsible);
call fence('notifications');
-- The rest of a notification never changes, whatever the application tries.
revoke update, delete on notifications from vestibule_app;
grant update (status, handler, open_to_deputies, reason, problem, modified) on notifications to vestibule_app;

create table notification_history (
  clinic_id uuid not null,
  id bigint generated always as identity,
  notification_id uuid not null,
  kind text not null,
  from_status text not null,
  to_status text not null,
  actor text not null,
  reason text,
  at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, notification_id) references notifications (clinic_id, id)
);
create index notification_history_by_notification on notification_history (clinic_id, notification_id, id);
call fence('notification_history');
revoke update, delete on notification_history from vestibule_app;

create table decisions (
  clinic_id uuid not null,
  notification_id uuid not null,
  approved boolean not null,
  doctor uuid not null,
  fingerprint text not null,
  key_id text not null,
  reason text,
  message text not null,
  at timestamptz not null,
  primary key (clinic_id, notification_id),
  foreign key (clinic_id, notification_id) references notifications (clinic_id, id)
);
call fence('decisions');
revoke update, delete on decisions from vestibule_app;
