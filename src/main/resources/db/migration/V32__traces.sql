-- On whose trace the engine is told something (W3C traceparent): random numbers, which say nothing about anybody.
alter table engine_outbox add column traceparent text
  check (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$');
