-- What the engine told, as it came: the broker's log is compacted, so nothing else could tell it again. Only the fields the
-- projection reads, all of them references, enums and times. Not fenced, as the rows made from it (V11).
create table engine_journal (
  partition_id integer not null,
  position bigint not null,
  instance_key bigint not null,
  record_key bigint not null,
  at_ms bigint not null,
  value_type text not null,
  intent text not null,
  value text not null,
  primary key (partition_id, position)
);
create index engine_journal_instance on engine_journal (instance_key);

-- Processes some records of which are not in the journal: they began before it did, or while a portal of the release before
-- took records too. A rebuild starts from their rows.
create table engine_unjournaled (
  instance_key bigint primary key
);
insert into engine_unjournaled
select instance_key from engine_instance
union select instance_key from engine_element
union select instance_key from engine_user_task
union select instance_key from engine_timer
union select instance_key from engine_incident;

-- How far the journal goes. Behind position, a portal that keeps no journal took records.
alter table engine_position add column journaled bigint not null default -1;
alter table engine_position add column journaled_time timestamptz;
update engine_position set journaled = position, journaled_time = record_time;

-- A rebuild, which goes on where it was left: first what is copied, table by table, then what is replayed, partition by partition.
create table engine_rebuild (
  id bigint generated always as identity primary key,
  purpose text not null check (purpose in ('REBUILD', 'COMPARE')),
  reason text not null check (reason ~ '^[A-Z_]{2,40}$'),
  started_by text not null,
  started_at timestamptz not null default clock_timestamp(),
  touched_at timestamptz not null default clock_timestamp(),
  copied_tables integer not null default 0,
  copied_key bigint not null default -9223372036854775808,
  differing bigint,
  examples bigint[] not null default array[]::bigint[],
  ended_at timestamptz,
  outcome text check (outcome in ('SWAPPED', 'COMPARED', 'DROPPED', 'ABANDONED', 'OVERTAKEN')),
  check ((ended_at is null) = (outcome is null))
);
create unique index engine_rebuild_open on engine_rebuild ((true)) where ended_at is null;

-- Processes with a record before from_position keep their rows, and are told what came from there on once more.
create table engine_rebuild_partition (
  partition_id integer primary key,
  from_position bigint not null,
  replayed bigint not null
);

-- The tables that are built anew have the names of those they take the place of, and so have their indexes.
create schema rebuild;
grant usage on schema rebuild to vestibule_app;

create function rebuilt_tables() returns text[]
  language sql immutable
  return array['engine_instance', 'engine_element', 'engine_user_task', 'engine_timer', 'engine_incident'];

-- What the application cannot do itself, as it owns no table. Nothing else can be done with these.
create procedure rebuild_clear()
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text;
begin
  foreach name in array rebuilt_tables() loop
    execute format('drop table if exists rebuild.%I', name);
  end loop;
end $$;

create procedure rebuild_prepare()
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
    loop
      execute command;
    end loop;
  end loop;
end $$;

-- Whether the tables are still of one shape: a migration may have come between.
create function rebuild_fits() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select not exists (
      with shape as (
        select nspname as schema, relname as relation,
          attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull as part
        from pg_class join pg_namespace on pg_namespace.oid = relnamespace
          join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
        union all
        select schemaname, tablename, replace(indexdef, ' ON rebuild.', ' ON public.') from pg_indexes),
      live as (select relation, part from shape where schema = 'public' and relation = any (rebuilt_tables())),
      shadow as (select relation, part from shape where schema = 'rebuild' and relation = any (rebuilt_tables()))
      (select * from live except select * from shadow) union all (select * from shadow except select * from live));
  end;

create procedure rebuild_settle()
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text;
begin
  foreach name in array rebuilt_tables() loop
    execute format('analyze rebuild.%I', name);
  end loop;
end $$;

create procedure rebuild_swap()
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text;
begin
  if not rebuild_fits() then
    raise exception 'The tables have changed their shape since';
  end if;
  lock table public.engine_instance, public.engine_element, public.engine_user_task, public.engine_timer,
    public.engine_incident in access exclusive mode;
  foreach name in array rebuilt_tables() loop
    execute format('drop table public.%I', name);
    execute format('alter table rebuild.%I set schema public', name);
  end loop;
end $$;

revoke execute on procedure rebuild_clear, rebuild_prepare, rebuild_settle, rebuild_swap from public;
grant execute on procedure rebuild_clear, rebuild_prepare, rebuild_settle, rebuild_swap to vestibule_app;
