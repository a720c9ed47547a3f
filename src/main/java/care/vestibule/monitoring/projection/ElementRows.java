package care.vestibule.monitoring.projection;

import java.util.Optional;

/** The rows of table {@code engine_element}: one a visit. */
final class ElementRows {

  private ElementRows() {}

  static Optional<Write> write(EngineRecord record) {
    return switch (record.intent()) {
      case "ELEMENT_ACTIVATED" -> Optional.of(entered(record));
      case "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" -> Optional.of(left(record));
      // The steps in between tell nothing a person wants to know.
      default -> Optional.empty();
    };
  }

  private static Write entered(EngineRecord record) {
    return visit(
        record,
        """
        insert into engine_element
          (element_key, instance_key, element_id, element_type, entered_at)
        values (:key, :instance, :id, :type, :at)
        on conflict (element_key) do update set entered_at = excluded.entered_at
        """);
  }

  private static Write left(EngineRecord record) {
    return visit(
            record,
            """
            insert into engine_element
              (element_key, instance_key, element_id, element_type, left_at, terminated)
            values (:key, :instance, :id, :type, :at, :terminated)
            on conflict (element_key) do update
              set left_at = excluded.left_at, terminated = excluded.terminated
            """)
        .with("terminated", record.intent().equals("ELEMENT_TERMINATED"));
  }

  private static Write visit(EngineRecord record, String sql) {
    return Write.of(sql)
        .with("key", record.key())
        .with("instance", record.number("processInstanceKey"))
        .with("id", record.text("elementId"))
        .with("type", record.text("bpmnElementType"))
        .with("at", record.time());
  }
}
