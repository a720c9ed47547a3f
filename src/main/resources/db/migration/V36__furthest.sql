-- How far each process has come (1 invited ... 6 completed), told by the visits as they are recorded: the funnel of a month would
-- otherwise read every visit of it. Visits in any order and number give the same.
alter table engine_instance add column furthest smallint not null default 0;
alter table engine_instance add column invited boolean not null default false;
update engine_instance set furthest = visits.furthest, invited = visits.invited
from (
  select instance_key, bool_or(element_id = 'invitation-requested') as invited,
    max(case element_id
      when 'invitation-requested' then 1
      when 'notify-hcps' then 2
      when 'approve-access' then 3
      when 'mark-ongoing' then 4
      when 'shared' then 5
      when 'record-open' then 6
      when 'record-partly-open' then 6
      else 0 end) as furthest
  from engine_element group by instance_key) visits
where visits.instance_key = engine_instance.instance_key;

create index engine_instance_funnel on engine_instance (clinic_ref, started_at) include (furthest, ended_at) where invited;
-- The few that run, among the many that ended.
create index engine_instance_running on engine_instance (clinic_ref, started_at desc, instance_key desc) where ended_at is null;

-- By process, for all that stands somewhere is counted at once; with what is counted, so that no row of the table is read.
drop index engine_element_standing;
create index engine_element_open on engine_element (instance_key) include (element_id, element_type, element_key)
  where left_at is null;
