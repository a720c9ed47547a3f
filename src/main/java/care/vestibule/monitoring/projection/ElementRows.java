package care.vestibule.monitoring.projection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code engine_element}: one a visit. */
@Repository
final class ElementRows {

  private final JdbcClient jdbc;

  ElementRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void apply(EngineRecord record) {
    switch (record.intent()) {
      case "ELEMENT_ACTIVATED" -> entered(record);
      case "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" -> left(record);
      default -> {
        // The steps in between tell nothing a person wants to know.
      }
    }
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
            insert into engine_element
              (element_key, instance_key, element_id, element_type, left_at, terminated)
            values (:key, :instance, :id, :type, :at, :terminated)
            on conflict (element_key) do update
              set left_at = excluded.left_at, terminated = excluded.terminated
            """)
        .param("key", record.key())
        .param("instance", record.number("processInstanceKey"))
        .param("id", record.text("elementId"))
        .param("type", record.text("bpmnElementType"))
        .param("at", record.time())
        .param("terminated", record.intent().equals("ELEMENT_TERMINATED"))
        .update();
  }
}
