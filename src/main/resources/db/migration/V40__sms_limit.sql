-- The limit of all text messages a day that the agents obey, as the one that started last was told: portals have to know
-- when the breaker is closed, and their own configuration does not say. One row, not fenced.
create table sms_limit_in_all (
  only_one boolean primary key default true check (only_one),
  sent integer not null check (sent >= 0)
);
