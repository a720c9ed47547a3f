-- What a doctor has answered is listed and counted, newest first, without reading what is open.
create index notifications_answered on notifications (clinic_id, hcp, modified desc)
  where answered_at is not null or status in ('COMPLETED', 'CANCELLED');
