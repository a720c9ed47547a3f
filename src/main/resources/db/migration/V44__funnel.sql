-- How many of the invitations a clinic began on a day, by UTC, have come how far: the funnel of a month would otherwise count
-- each of its processes.
create table engine_funnel (
  clinic_ref uuid not null,
  day date not null,
  furthest smallint not null,
  ended boolean not null,
  instances bigint not null,
  primary key (clinic_ref, day, furthest, ended)
);
-- What is to be added: every statement that changes engine_instance leaves a row for what it changed and touches none of
-- another's, so that nobody waits. Whoever reads adds it up, and now and then it is moved into the counts.
create table engine_funnel_change (
  clinic_ref uuid not null,
  day date not null,
  furthest smallint not null,
  ended boolean not null,
  instances bigint not null
);
create index engine_funnel_change_clinic on engine_funnel_change (clinic_ref, day);

insert into engine_funnel
select clinic_ref, (started_at at time zone 'UTC')::date, furthest, ended_at is not null, count(*)
from engine_instance where invited and clinic_ref is not null and started_at is not null
group by 1, 2, 3, 4;

-- Tells the change beside the table whose trigger calls it, in whatever schema that is.
create function engine_funnel_tell() returns trigger language plpgsql as $$
declare
  changed text := case tg_op
    when 'INSERT' then 'select 1 as times, come.* from come'
    when 'DELETE' then 'select -1 as times, gone.* from gone'
    else 'select 1 as times, come.* from come union all select -1, gone.* from gone' end;
begin
  execute format($sql$
    insert into %I.engine_funnel_change
    select clinic_ref, (started_at at time zone 'UTC')::date, furthest, ended_at is not null, sum(times)
    from (%s) changed where invited and clinic_ref is not null and started_at is not null
    group by 1, 2, 3, 4 having sum(times) <> 0
    $sql$, tg_table_schema, changed);
  return null;
end $$;
create trigger engine_instance_come after insert on engine_instance
  referencing new table as come for each statement execute function engine_funnel_tell();
create trigger engine_instance_changed after update on engine_instance
  referencing old table as gone new table as come for each statement execute function engine_funnel_tell();
create trigger engine_instance_gone after delete on engine_instance
  referencing old table as gone for each statement execute function engine_funnel_tell();

-- The counts are made anew with the processes they count, by triggers of the same kind.
create or replace function rebuilt_tables() returns text[]
  language sql immutable
  return array['engine_instance', 'engine_element', 'engine_user_task', 'engine_timer', 'engine_incident',
    'engine_funnel', 'engine_funnel_change'];

create or replace procedure rebuild_prepare()
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text;
  command text;
begin
  call rebuild_clear();
  foreach name in array rebuilt_tables() loop
    execute format('create table rebuild.%I (like public.%1$I including all excluding indexes)', name);
    for command in
      select replace(indexdef, ' ON public.', ' ON rebuild.') from pg_indexes
      where schemaname = 'public' and tablename = name
    loop
      execute command;
    end loop;
    for command in
      select format('alter table rebuild.%I add constraint %I primary key using index %2$I', name, conname)
      from pg_constraint where conrelid = format('public.%I', name)::regclass and contype = 'p'
      union all
      select format('grant %s on rebuild.%I to %I', privilege_type, name, grantee::regrole::text)
      from pg_class, aclexplode(relacl)
      where pg_class.oid = format('public.%I', name)::regclass and grantee <> relowner and grantee <> 0
      union all
      select replace(pg_get_triggerdef(oid), ' ON public.', ' ON rebuild.') from pg_trigger
      where tgrelid = format('public.%I', name)::regclass and not tgisinternal
    loop
      execute command;
    end loop;
  end loop;
end $$;

create or replace procedure rebuild_swap()
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text;
begin
  if not rebuild_fits() then
    raise exception 'The tables have changed their shape since';
  end if;
  lock table public.engine_instance, public.engine_element, public.engine_user_task, public.engine_timer,
    public.engine_incident, public.engine_funnel, public.engine_funnel_change in access exclusive mode;
  foreach name in array rebuilt_tables() loop
    execute format('drop table public.%I', name);
    execute format('alter table rebuild.%I set schema public', name);
  end loop;
end $$;
