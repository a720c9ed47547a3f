-- Requests number :from to :to: 200 doctors in teams of 20, one patient in five requests, four of five answered, seeded.
do $$
declare
  house uuid := (select clinic_id from hcp where hcp_id = :hcp);
  team uuid := (select deputy_group from hcp where hcp_id = :hcp);
begin
  set local session_replication_role = replica;
  insert into hcp (clinic_id, hcp_id, ref, title, family, given, deputy_group)
  select house, md5('hcp' || n)::uuid, md5('ref' || n)::uuid, 'Dr.', 'Seeded' || n, 'Sam', case when n < 20 then team else md5('team' || n / 20)::uuid end
  from generate_series(1, 199) n on conflict do nothing;
  insert into patient (clinic_id, patient_id, ref, family, given, birth_date, gender, language, state, version)
  select house, md5('patient' || n)::uuid, md5('patientref' || n)::uuid, 'Family' || n % 9973, 'Given' || n % 401,
    date '1930-01-01' + n % 30000, 'other', 'en', 'ACTIVE', 1
  from generate_series(:from / 5, :to / 5) n on conflict do nothing;
  insert into identifier (clinic_id, owner_kind, owner_id, system, value)
  select house, 'PATIENT', md5('patient' || n)::uuid, 'urn:seed', 'seed-' || n
  from generate_series(:from / 5, :to / 5) n on conflict do nothing;
  insert into notifications (clinic_id, id, type, status, author, responsible, hcp, invitation, key_id, handler,
    open_to_deputies, created, modified, due_at, answered_at)
  select house, md5('task' || n)::uuid, 'NEW_USER_OWN_DATA_ACCESS', case when n % 5 = 0 then 'PENDING' else 'COMPLETED' end,
    md5('author' || n)::uuid, md5('patient' || n / 5)::uuid,
    case when (n / 5) % 200 = 0 then :hcp else md5('hcp' || (n / 5) % 200)::uuid end,
    md5('invitation' || n)::uuid, md5('key' || n / 5), null, n % 100 = 0,
    now() - n % 86400 * interval '1 minute', now() - n % 86400 * interval '1 minute',
    now() - n % 86400 * interval '1 minute' + interval '3 days',
    case when n % 5 = 0 then null else now() - n % 86400 * interval '1 minute' end
  from generate_series(:from, :to) n;
  insert into notification_history (clinic_id, notification_id, kind, from_status, to_status, actor, at)
  select house, md5('task' || n)::uuid, 'ASKED', 'PENDING', 'PENDING', 'process', now() from generate_series(:from, :to) n;
end $$;
