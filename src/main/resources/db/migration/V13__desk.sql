-- A code that was shown at the desk: it was not sent, so it does not count as a message, and while it is good no other
-- code takes its place.
alter table enrolment_code add column by_desk boolean not null default false;

create index invitation_newest on invitation (clinic_id, requested_at desc, id desc);
