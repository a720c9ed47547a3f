-- Flyway runs as the owner; the application connects as vestibule_app, which owns nothing and bypasses nothing.
alter default privileges in schema public grant select, insert, update, delete on tables to vestibule_app;
alter default privileges in schema public grant usage, select on sequences to vestibule_app;

-- The clinic of the running transaction; null outside of one, so that policies then match no row.
create function current_clinic() returns uuid
  language sql stable
  return nullif(current_setting('app.clinic', true), '')::uuid;

-- Fences a table in: forced row-level security by clinic_id.
create procedure fence(relation regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', relation);
  execute format('alter table %s force row level security', relation);
  execute format('create policy own_clinic on %s using (clinic_id = current_clinic()) with check (clinic_id = current_clinic())', relation);
end $$;
