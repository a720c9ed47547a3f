-- Each process that works on jobs says every few seconds that it does, and how much of its room is taken.
create table worker_pulse (
  id uuid primary key,
  heard_at timestamptz not null,
  types integer not null check (types > 0),
  parallel integer not null check (parallel > 0),
  busy integer not null,
  waiting integer not null
);
