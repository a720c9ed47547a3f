-- Who has stood at a step for the longest, without looking at all who stand there.
create index engine_element_longest on engine_element (element_id, entered_at, instance_key) where left_at is null;
