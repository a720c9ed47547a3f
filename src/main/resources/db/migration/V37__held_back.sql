-- Single records a doctor does not share for some days, each with one of the reasons the law knows (45 CFR 171.201 and
-- 171.202, GDPR article 15(4)). It belongs to doctor and record, so that it outlives a new key and a new request.
create table held_back (
  clinic_id uuid not null,
  id uuid not null,
  hcp uuid not null,
  entity_id uuid not null,
  patient_id uuid not null,
  -- With whose approval it began.
  notification_id uuid not null,
  reason text not null check (reason in ('PREVENT_HARM', 'RIGHTS_OF_OTHERS', 'TELL_IN_PERSON', 'BEING_CORRECTED')),
  last_day date not null,
  held_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  -- When the agent looks whether the record is to be shared now; null before the end, and once that is settled.
  share_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, entity_id) references entity,
  foreign key (clinic_id, notification_id) references notifications (clinic_id, id),
  check ((ended_at is null) = (ended_by is null)),
  check (share_at is null or ended_at is not null)
);
create unique index held_back_once on held_back (clinic_id, hcp, entity_id) where ended_at is null;
create index held_back_from_patient on held_back (clinic_id, patient_id, hcp) where ended_at is null;
create index held_back_to_share on held_back (clinic_id, share_at) where share_at is not null;
call fence('held_back');
-- A longer time or another reason is another decision, and would need another approval.
revoke update, delete on held_back from vestibule_app;
grant update (ended_at, ended_by, share_at) on held_back to vestibule_app;

-- What a doctor has chosen to hold back before approving; it comes into force with the approval, or not at all.
create table held_back_choice (
  clinic_id uuid not null,
  notification_id uuid not null,
  hcp uuid not null,
  entity_id uuid not null,
  reason text not null check (reason in ('PREVENT_HARM', 'RIGHTS_OF_OTHERS', 'TELL_IN_PERSON', 'BEING_CORRECTED')),
  last_day date not null,
  chosen_at timestamptz not null,
  primary key (clinic_id, notification_id, hcp, entity_id),
  foreign key (clinic_id, entity_id) references entity,
  foreign key (clinic_id, notification_id) references notifications (clinic_id, id)
);
call fence('held_back_choice');

alter table share_run_parts add column held_back int not null default 0;
