-- Processes number :from to :to of one clinic in 90 days, seeded: one in fifty still runs, one in a hundred of those is stuck.
do $$
declare
  house uuid := :clinic;
begin
  insert into engine_instance (instance_key, process_id, process_version, clinic_ref, invitation_id, started_at, ended_at,
    terminated, furthest, invited)
  select 9000000000 + n, 'patient-access', 1, house, md5('invitation' || n)::uuid,
    now() - n % 129600 * interval '1 minute',
    case when n % 50 = 0 then null else now() - n % 129600 * interval '1 minute' + interval '2 hours' end,
    case when n % 50 = 0 then null else false end, 1 + n % 6, true
  from generate_series(:from, :to) n;
  insert into engine_element (element_key, instance_key, element_id, element_type, entered_at, left_at, terminated)
  select 9000000000 + n * 4 + step, 9000000000 + n, (array['invitation-requested', 'await-login', 'notify-hcps', 'approve-access'])[step],
    (array['START_EVENT', 'EVENT_BASED_GATEWAY', 'SERVICE_TASK', 'USER_TASK'])[step],
    now() - n % 129600 * interval '1 minute' + step * interval '1 minute',
    case when n % 50 = 0 and step = 1 + n / 50 % 4 then null
      else now() - n % 129600 * interval '1 minute' + (step + 1) * interval '1 minute' end,
    case when n % 50 = 0 and step = 1 + n / 50 % 4 then null else false end
  from generate_series(:from, :to) n, generate_series(1, 4) step
  where n % 50 <> 0 or step <= 1 + n / 50 % 4;
  insert into engine_incident (incident_key, instance_key, element_id, job_key, code, created_at, element_key)
  select 9000000000 + n, 9000000000 + n, 'notify-hcps', n, 'TECHNICAL_FAILURE', now() - interval '1 hour',
    9000000000 + n * 4 + 1 + n / 50 % 4
  from generate_series(:from, :to) n where n % 5000 = 0;
end $$;
