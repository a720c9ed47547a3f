-- What is over is found by its age, so that it can be deleted a little at a time.
create index engine_outbox_sent on engine_outbox (sent_at) where sent_at is not null;
create index engine_inbox_taken on engine_inbox (clinic_id, taken_at);
create index engine_instance_ended on engine_instance (ended_at) where ended_at is not null;
create index engine_user_task_instance on engine_user_task (instance_key);
create index engine_incident_instance on engine_incident (instance_key);
