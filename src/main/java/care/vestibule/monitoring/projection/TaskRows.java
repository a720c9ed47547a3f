package care.vestibule.monitoring.projection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code engine_user_task}, as the records write them. */
@Repository
final class TaskRows {

  private final JdbcClient jdbc;

  TaskRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void apply(EngineRecord record) {
    switch (record.intent()) {
      case "CREATED" -> write(record, "created_at");
      case "COMPLETED", "CANCELED" -> write(record, "ended_at");
      default -> {
        // Assignments and updates change nothing the house relies on.
      }
    }
  }

  private void write(EngineRecord record, String column) {
    jdbc.sql(
            """
            insert into engine_user_task (task_key, instance_key, element_id, form_ref, %1$s)
            values (:key, :instance, :element, :form, :at)
            on conflict (task_key) do update set %1$s = excluded.%1$s
            """
                .formatted(column))
        .param("key", record.number("userTaskKey"))
        .param("instance", record.number("processInstanceKey"))
        .param("element", record.text("elementId"))
        .param("form", record.reference("externalFormReference").orElse(null))
        .param("at", record.time())
        .update();
  }
}
