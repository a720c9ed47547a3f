-- Who did what, one hash chain per clinic. A row's hash covers its content and the hash before it, so that a changed,
-- removed or moved row breaks every link after it.
create table audit_event (
  clinic_id uuid not null,
  position bigint not null check (position > 0),
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail_code text not null,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (clinic_id, position)
);
call fence('audit_event');
create index audit_event_by_action on audit_event (clinic_id, action, position desc);

-- The application adds to the log; it can neither change nor remove what stands there.
revoke update, delete, truncate on audit_event from vestibule_app;

-- The newest link of each clinic. Its row lock puts writers in a queue, and it tells when rows are missing at the end.
create table audit_head (
  clinic_id uuid primary key,
  position bigint not null,
  hash bytea not null check (length(hash) = 32)
);
call fence('audit_head');
revoke delete, truncate on audit_head from vestibule_app;
