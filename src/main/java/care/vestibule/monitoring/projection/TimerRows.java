package care.vestibule.monitoring.projection;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code engine_timer}. */
@Repository
final class TimerRows {

  private final JdbcClient jdbc;

  TimerRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void apply(EngineRecord record) {
    switch (record.intent()) {
      case "CREATED" -> write(record, "created_at");
      case "TRIGGERED", "CANCELED" -> write(record, "ended_at");
      default -> {
        // A migrated timer is the same timer.
      }
    }
  }

  private void write(EngineRecord record, String column) {
    jdbc.sql(
            """
            insert into engine_timer (timer_key, instance_key, element_id, due_at, %1$s)
            values (:key, :instance, :element, :due, :at)
            on conflict (timer_key) do update set %1$s = excluded.%1$s
            """
                .formatted(column))
        .param("key", record.key())
        .param("instance", record.number("processInstanceKey"))
        .param("element", record.text("targetElementId"))
        .param("due", Instant.ofEpochMilli(record.number("dueDate")).atOffset(ZoneOffset.UTC))
        .param("at", record.time())
        .update();
  }
}
