-- What operations decided about a process, and why: the reason as a code, and in words, which only operations of the
-- clinic read. The row is there before the engine is told.
create table operation_action (
  clinic_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('EXTEND', 'HAND_OVER', 'CANCEL', 'MORE_TIME')),
  instance_key bigint not null,
  invitation_id uuid not null,
  reason text not null check (reason ~ '^[A-Z_]{2,40}$'),
  words text not null check (length(words) between 1 and 500),
  -- The notification that was handed over, and to whom.
  notification_id uuid,
  hcp uuid,
  until timestamptz,
  actor text not null,
  at timestamptz not null default now(),
  told_at timestamptz,
  primary key (clinic_id, id),
  check ((kind = 'HAND_OVER') = (notification_id is not null and hcp is not null)),
  check ((kind in ('EXTEND', 'MORE_TIME')) = (until is not null))
);
call fence('operation_action');
revoke update, delete on operation_action from vestibule_app;
grant update (told_at) on operation_action to vestibule_app;
create index operation_action_of_instance on operation_action (clinic_id, instance_key, at);
-- The law extends once.
create unique index operation_action_more_time on operation_action (clinic_id, invitation_id) where kind = 'MORE_TIME';

-- Whose request is not answered in full.
create index notifications_unanswered on notifications (clinic_id, invitation) where status in ('PENDING', 'ONGOING');

-- The filters operations keep under a name.
create table monitor_view (
  clinic_id uuid not null,
  user_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  filter text not null check (length(filter) <= 500),
  primary key (clinic_id, user_id, name)
);
call fence('monitor_view');
