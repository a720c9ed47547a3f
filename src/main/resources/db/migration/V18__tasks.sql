-- What a doctor's list needs of a request: when an answer is expected, who took it and how long they may leave it
-- untouched, and when it was answered.
alter table notifications
  add column due_at timestamptz,
  add column handled_since timestamptz,
  add column lease_until timestamptz,
  add column answered_at timestamptz;
-- The owner is fenced in as well, and belongs to no clinic.
alter table notifications no force row level security;
alter table decisions no force row level security;
update notifications n
set due_at = created + interval '3 days',
  answered_at = (select d.at from decisions d where d.clinic_id = n.clinic_id and d.notification_id = n.id);
alter table decisions force row level security;
alter table notifications force row level security;
alter table notifications alter column due_at set not null;
grant update (handled_since, lease_until, answered_at) on notifications to vestibule_app;

create index notifications_to_answer on notifications (clinic_id, hcp, due_at, id)
  where answered_at is null and status in ('PENDING', 'ONGOING');
create index notifications_in_hand on notifications (clinic_id, handler, due_at, id)
  where answered_at is null and status in ('PENDING', 'ONGOING');
create index notifications_asked on notifications (clinic_id, hcp, modified desc);
create index notifications_handled on notifications (clinic_id, handler, modified desc);
create index notifications_leased on notifications (clinic_id, lease_until) where lease_until is not null;

-- Who listens on `tasks` learns that a request changed: whose it is and who has it, never what it is about.
create function tell_of_task() returns trigger language plpgsql as $$
begin
  perform pg_notify('tasks', concat_ws(' ', new.clinic_id, new.hcp, coalesce(new.handler, new.hcp), new.open_to_deputies));
  return null;
end $$;
create trigger notifications_told after insert or update on notifications
  for each row execute function tell_of_task();

-- Who stands in for whom, from the first to the last day, both included.
create table deputyship (
  clinic_id uuid not null,
  id uuid not null,
  hcp uuid not null,
  deputy uuid not null,
  from_day date not null,
  until_day date not null,
  set_by text not null,
  created timestamptz not null,
  ended timestamptz,
  primary key (clinic_id, id),
  check (hcp <> deputy and until_day >= from_day)
);
create index deputyship_by_deputy on deputyship (clinic_id, deputy, until_day);
create index deputyship_by_hcp on deputyship (clinic_id, hcp, until_day);
call fence('deputyship');
revoke update, delete on deputyship from vestibule_app;
grant update (ended) on deputyship to vestibule_app;

-- What colleagues tell each other about a request; the patient never sees it.
create table task_comment (
  clinic_id uuid not null,
  id bigint generated always as identity,
  notification_id uuid not null,
  author uuid not null,
  words text not null check (length(words) between 1 and 1000),
  at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, notification_id) references notifications (clinic_id, id)
);
create index task_comment_by_notification on task_comment (clinic_id, notification_id, id);
call fence('task_comment');
revoke update, delete on task_comment from vestibule_app;

-- That a doctor looked at a request, with this key: several are answered at once only after that.
create table task_look (
  clinic_id uuid not null,
  notification_id uuid not null,
  hcp uuid not null,
  fingerprint text not null,
  verification text not null check (verification in ('LINK_BOUND', 'VERIFIED_IN_PERSON')),
  at timestamptz not null,
  primary key (clinic_id, notification_id, hcp),
  foreign key (clinic_id, notification_id) references notifications (clinic_id, id)
);
call fence('task_look');

-- A doctor asks the clinic's desk to find out whether it is the patient who asks.
create table person_check (
  clinic_id uuid not null,
  notification_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  outcome text check (outcome in ('CONFIRMED', 'NOT_THE_PATIENT', 'NOT_REACHED')),
  answered_by text,
  answered_at timestamptz,
  primary key (clinic_id, notification_id),
  foreign key (clinic_id, notification_id) references notifications (clinic_id, id),
  check (num_nonnulls(outcome, answered_by, answered_at) in (0, 3))
);
create index person_check_open on person_check (clinic_id, asked_at) where outcome is null;
call fence('person_check');

-- The filters a doctor keeps under a name.
create table task_view (
  clinic_id uuid not null,
  hcp uuid not null,
  name text not null check (length(name) between 1 and 60),
  filter text not null check (length(filter) <= 500),
  primary key (clinic_id, hcp, name)
);
call fence('task_view');

-- Where a clinic wants it, nobody approves before the digits of the patient's key were compared.
alter table clinic add column verified_keys boolean not null default false;
create index notifications_for_deputies on notifications (clinic_id, hcp, due_at, id)
  where open_to_deputies and answered_at is null and status in ('PENDING', 'ONGOING');
create index identifier_by_value on identifier (clinic_id, owner_kind, value);
