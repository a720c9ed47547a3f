package care.vestibule.monitoring.projection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The rows of table {@code engine_timer}. */
final class TimerRows {

  private TimerRows() {}

  static Optional<Write> write(EngineRecord record) {
    return switch (record.intent()) {
      case "CREATED" -> Optional.of(write(record, "created_at"));
      case "TRIGGERED", "CANCELED" -> Optional.of(write(record, "ended_at"));
      // A migrated timer is the same timer.
      default -> Optional.empty();
    };
  }

  private static Write write(EngineRecord record, String column) {
    return Write.of(
            """
            insert into engine_timer (timer_key, instance_key, element_id, due_at, %1$s)
            values (:key, :instance, :element, :due, :at)
            on conflict (timer_key) do update set %1$s = excluded.%1$s
            """
                .formatted(column))
        .with("key", record.key())
        .with("instance", record.number("processInstanceKey"))
        .with("element", record.text("targetElementId"))
        .with("due", Instant.ofEpochMilli(record.number("dueDate")).atOffset(ZoneOffset.UTC))
        .with("at", record.time());
  }
}
