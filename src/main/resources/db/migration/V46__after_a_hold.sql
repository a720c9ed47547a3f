-- Why the agent cannot share what was held back, and since when; null while nothing is in its way.
alter table held_back
  add column waits_for text check (waits_for ~ '^[A-Z][A-Z_]{2,63}$'),
  add column waits_since timestamptz,
  add check ((waits_for is null) = (waits_since is null)),
  -- Nothing waits that is settled.
  add check (waits_for is null or share_at is not null);
create index held_back_waiting on held_back (clinic_id) where waits_for is not null;
grant update (waits_for, waits_since) on held_back to vestibule_app;

-- Of how many records of a share the patient was told when it ended: a share that goes on tells of what came since, once.
alter table share_runs add column told int not null default 0 check (told >= 0);

alter table notice_request drop constraint notice_request_kind_check;
alter table notice_request add constraint notice_request_kind_check
  check (kind in ('WITHDRAWN', 'NEW_KEY', 'RECORD_MORE_OPEN'));
