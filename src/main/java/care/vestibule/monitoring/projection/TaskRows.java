package care.vestibule.monitoring.projection;

import java.util.Optional;

/** The rows of table {@code engine_user_task}, as the records write them. */
final class TaskRows {

  private TaskRows() {}

  static Optional<Write> write(EngineRecord record) {
    return switch (record.intent()) {
      case "CREATED" -> Optional.of(write(record, "created_at"));
      case "COMPLETED", "CANCELED" -> Optional.of(write(record, "ended_at"));
      // Assignments and updates change nothing the house relies on.
      default -> Optional.empty();
    };
  }

  private static Write write(EngineRecord record, String column) {
    return Write.of(
            """
            insert into engine_user_task (task_key, instance_key, element_id, form_ref, %1$s)
            values (:key, :instance, :element, :form, :at)
            on conflict (task_key) do update set %1$s = excluded.%1$s
            """
                .formatted(column))
        .with("key", record.number("userTaskKey"))
        .with("instance", record.number("processInstanceKey"))
        .with("element", record.text("elementId"))
        .with("form", record.reference("externalFormReference").orElse(null))
        .with("at", record.time());
  }
}
