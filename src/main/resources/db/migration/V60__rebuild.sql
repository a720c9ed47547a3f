-- A rebuild empties the read model and replays the journal into it, where everybody reads.
drop procedure rebuild_swap, rebuild_settle, rebuild_prepare, rebuild_clear;
drop function rebuild_fits, rebuilt_tables;
drop schema rebuild cascade;
drop table engine_unjournaled, engine_rebuild_partition, engine_rebuild;
alter table engine_position drop column journaled, drop column journaled_time;

-- While one is open the read model is incomplete: whoever must not take it for the whole waits.
create table engine_rebuild (
  id bigint generated always as identity primary key,
  reason text not null check (reason ~ '^[A-Z_]{2,40}$'),
  started_by text not null,
  started_at timestamptz not null default clock_timestamp(),
  emptied_at timestamptz,
  ended_at timestamptz
);
create unique index engine_rebuild_open on engine_rebuild ((true)) where ended_at is null;

-- How far the open one has replayed each partition: from the first record of the journal to the newest there was when the tables
-- were emptied. What comes later is projected as it comes.
create table engine_rebuild_checkpoint (
  partition_id integer primary key,
  from_position bigint not null,
  position bigint not null,
  until_position bigint not null
);

grant truncate on engine_instance, engine_element, engine_user_task, engine_timer, engine_incident, engine_funnel,
  engine_funnel_change to vestibule_app;

create or replace function engine_funnel_tell() returns trigger language plpgsql as $$
declare
  changed text := case tg_op
    when 'INSERT' then 'select 1 as times, come.* from come'
    when 'DELETE' then 'select -1 as times, gone.* from gone'
    else 'select 1 as times, come.* from come union all select -1, gone.* from gone' end;
begin
  execute format($sql$
    insert into engine_funnel_change
    select clinic_ref, (started_at at time zone 'UTC')::date, furthest, ended_at is not null, sum(times)
    from (%s) changed where invited and clinic_ref is not null and started_at is not null
    group by 1, 2, 3, 4 having sum(times) <> 0
    $sql$, changed);
  return null;
end $$;
