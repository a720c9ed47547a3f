package care.vestibule.monitoring.projection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of tables {@code engine_instance} and {@code engine_element}. */
@Repository
final class InstanceRows {

  private final JdbcClient jdbc;

  InstanceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void element(EngineRecord record) {
    var isInstance = record.text("bpmnElementType").equals("PROCESS");
    switch (record.intent()) {
      case "ELEMENT_ACTIVATED" -> {
        if (isInstance) {
          started(record);
        } else {
          entered(record);
        }
      }
      case "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" -> {
        if (isInstance) {
          ended(record);
        } else {
          left(record);
        }
      }
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
    var instance = record.number("processInstanceKey");
    if (!column.isEmpty() && record.number("scopeKey") == instance) {
      record
          .variable()
          .ifPresent(
              value ->
                  jdbc.sql(
                          """
                          insert into engine_instance (instance_key, %1$s) values (:key, :value)
                          on conflict (instance_key) do update set %1$s = excluded.%1$s
                          """
                              .formatted(column))
                      .param("key", instance)
                      .param("value", value)
                      .update());
    }
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

  private void entered(EngineRecord record) {
    jdbc.sql(
            """
            insert into engine_element
              (element_key, instance_key, element_id, element_type, entered_at)
            values (:key, :instance, :id, :type, :at)
            on conflict (element_key) do update set entered_at = excluded.entered_at
            """)
        .param("key", record.key())
        .param("instance", record.number("processInstanceKey"))
        .param("id", record.text("elementId"))
        .param("type", record.text("bpmnElementType"))
        .param("at", record.time())
        .update();
  }

  private void left(EngineRecord record) {
    jdbc.sql(
            """
            insert into engine_element (element_key, instance_key, element_id, element_type, left_at)
            values (:key, :instance, :id, :type, :at)
            on conflict (element_key) do update set left_at = excluded.left_at
            """)
        .param("key", record.key())
        .param("instance", record.number("processInstanceKey"))
        .param("id", record.text("elementId"))
        .param("type", record.text("bpmnElementType"))
        .param("at", record.time())
        .update();
  }
}
