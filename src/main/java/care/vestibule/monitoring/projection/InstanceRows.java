package care.vestibule.monitoring.projection;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code engine_instance}. */
@Repository
final class InstanceRows {

  private final JdbcClient jdbc;

  InstanceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void apply(EngineRecord record) {
    switch (record.intent()) {
      case "ELEMENT_ACTIVATED" -> started(record);
      case "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" -> ended(record);
      default -> {
        // The steps in between tell nothing a person wants to know.
      }
    }
  }

  /** The variables of an instance that tie it to our own rows. */
  void variable(EngineRecord record) {
    var column =
        switch (record.text("name")) {
          case "clinicRef" -> "clinic_ref";
          case "invitationId" -> "invitation_id";
          default -> "";
        };
    if (!column.isEmpty() && record.number("scopeKey") == record.number("processInstanceKey")) {
      record.variable().ifPresent(value -> tie(record, column, value));
    }
  }

  // A new key of the patient brings a new invitation: the later record counts, whenever it comes.
  private void tie(EngineRecord record, String column, UUID value) {
    jdbc.sql(
            """
            insert into engine_instance (instance_key, %1$s, %1$s_position)
            values (:key, :value, :position)
            on conflict (instance_key) do update
              set %1$s = excluded.%1$s, %1$s_position = excluded.%1$s_position
              where coalesce(engine_instance.%1$s_position, -1) < excluded.%1$s_position
            """
                .formatted(column))
        .param("key", record.number("processInstanceKey"))
        .param("value", value)
        .param("position", record.position())
        .update();
  }

  private void started(EngineRecord record) {
    jdbc.sql(
            """
            insert into engine_instance (instance_key, process_id, process_version, started_at)
            values (:key, :process, :version, :at)
            on conflict (instance_key) do update set process_id = excluded.process_id,
              process_version = excluded.process_version, started_at = excluded.started_at
            """)
        .param("key", record.number("processInstanceKey"))
        .param("process", record.text("bpmnProcessId"))
        .param("version", record.number("version"))
        .param("at", record.time())
        .update();
  }

  private void ended(EngineRecord record) {
    jdbc.sql(
            """
            insert into engine_instance (instance_key, ended_at, terminated)
            values (:key, :at, :terminated)
            on conflict (instance_key) do update set ended_at = excluded.ended_at,
              terminated = excluded.terminated
            """)
        .param("key", record.number("processInstanceKey"))
        .param("at", record.time())
        .param("terminated", record.intent().equals("ELEMENT_TERMINATED"))
        .update();
  }
}
