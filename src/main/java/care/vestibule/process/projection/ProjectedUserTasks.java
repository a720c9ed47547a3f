package care.vestibule.process.projection;

import care.vestibule.process.UserTasks;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the projection knows of user tasks; not fenced, since form references are unique. */
@Repository
@Transactional(readOnly = true)
class ProjectedUserTasks implements UserTasks {

  private final JdbcClient jdbc;
  private final RebuildLock rebuild;

  ProjectedUserTasks(JdbcClient jdbc, RebuildLock rebuild) {
    this.jdbc = jdbc;
    this.rebuild = rebuild;
  }

  @Override
  public Optional<Long> keyOf(UUID formReference) {
    return jdbc.sql(
            """
            select task_key from engine_user_task
            where form_ref = :form and created_at is not null and ended_at is null
            order by task_key desc limit 1
            """)
        .param("form", formReference)
        .query(Long.class)
        .optional();
  }

  @Override
  public boolean isBeingRebuilt() {
    return !rebuild.keepRebuildOff();
  }

  @Override
  public boolean endedSince(UUID formReference, Instant moment) {
    // The record of the task that is open may not be replayed yet.
    return !isBeingRebuilt() && hasEnded(formReference, moment);
  }

  private boolean hasEnded(UUID formReference, Instant moment) {
    return jdbc.sql(
            """
            select exists (
              select 1 from engine_user_task task
              left join engine_instance instance using (instance_key)
              where task.form_ref = :form
                and (task.ended_at >= :moment or instance.ended_at is not null))
              and not exists (
              select 1 from engine_user_task task
              left join engine_instance instance using (instance_key)
              where task.form_ref = :form and task.created_at is not null
                and task.ended_at is null and instance.ended_at is null)
            """)
        .param("form", formReference)
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }
}
