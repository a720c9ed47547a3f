-- Timers do not say whose they are, so those of other processes of a shared engine are here too. Found by when they were over,
-- or at the latest should have been.
create index engine_timer_over on engine_timer ((coalesce(ended_at, due_at)));

-- What operations decided is evidence: nobody forgets it sooner, whatever an installation is told.
create function operations_kept_at_least() returns interval
  language sql immutable
  return interval '365 days';

create index operation_action_at on operation_action (clinic_id, at);

-- The application may not delete decisions (V34). This deletes some of the clinic of the transaction that are old, and none
-- about a process that is still shown, whose deadline or history would change; how many those were.
create function forget_operations(kept interval, most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  forgotten integer;
begin
  if kept is null or kept < operations_kept_at_least() then
    raise exception 'Decisions are kept for at least %', operations_kept_at_least() using errcode = 'check_violation';
  end if;
  delete from operation_action where clinic_id = current_clinic() and id in (
    select id from operation_action action
    where clinic_id = current_clinic() and at < clock_timestamp() - kept
      and not exists (select from engine_instance shown where shown.instance_key = action.instance_key)
    order by at limit most for update skip locked);
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;

revoke execute on function forget_operations from public;
grant execute on function forget_operations to vestibule_app;
