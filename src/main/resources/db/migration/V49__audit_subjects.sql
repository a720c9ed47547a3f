-- What was done about one process is read by what it was done to.
create index audit_event_by_subject on audit_event (clinic_id, subject, position desc);
