package care.vestibule.monitoring.projection;

import care.vestibule.monitoring.FunnelStep;
import java.util.Optional;
import java.util.UUID;

/** The rows of table {@code engine_instance}. */
final class InstanceRows {

  private InstanceRows() {}

  static Optional<Write> write(EngineRecord record) {
    return switch (record.intent()) {
      case "ELEMENT_ACTIVATED" -> Optional.of(started(record));
      case "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" -> Optional.of(ended(record));
      // The steps in between tell nothing a person wants to know.
      default -> Optional.empty();
    };
  }

  /** The variables of an instance that tie it to our own rows. */
  static Optional<Write> variable(EngineRecord record) {
    var column =
        switch (record.text("name")) {
          case "clinicRef" -> "clinic_ref";
          case "invitationId" -> "invitation_id";
          default -> "";
        };
    return column.isEmpty() || record.number("scopeKey") != record.number("processInstanceKey")
        ? Optional.empty()
        : record.variable().map(value -> tie(record, column, value));
  }

  /** How far a visit shows that the instance has come. */
  static Optional<Write> reached(EngineRecord record) {
    return switch (record.intent()) {
      case "ELEMENT_ACTIVATED", "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" ->
          FunnelStep.at(record.text("elementId")).map(step -> reached(record, step));
      default -> Optional.empty();
    };
  }

  private static Write reached(EngineRecord record, FunnelStep step) {
    return Write.of(
            """
            insert into engine_instance (instance_key, furthest, invited)
            values (:key, :furthest, :invited)
            on conflict (instance_key) do update
              set furthest = greatest(engine_instance.furthest, excluded.furthest),
                invited = engine_instance.invited or excluded.invited
            """)
        .with("key", record.number("processInstanceKey"))
        .with("furthest", step.number())
        .with("invited", step == FunnelStep.INVITED);
  }

  // A new key of the patient brings a new invitation: the later record counts, whenever it comes.
  private static Write tie(EngineRecord record, String column, UUID value) {
    return Write.of(
            """
            insert into engine_instance (instance_key, %1$s, %1$s_position)
            values (:key, :value, :position)
            on conflict (instance_key) do update
              set %1$s = excluded.%1$s, %1$s_position = excluded.%1$s_position
              where coalesce(engine_instance.%1$s_position, -1) < excluded.%1$s_position
            """
                .formatted(column))
        .with("key", record.number("processInstanceKey"))
        .with("value", value)
        .with("position", record.position());
  }

  private static Write started(EngineRecord record) {
    return Write.of(
            """
            insert into engine_instance (instance_key, process_id, process_version, started_at)
            values (:key, :process, :version, :at)
            on conflict (instance_key) do update set process_id = excluded.process_id,
              process_version = excluded.process_version, started_at = excluded.started_at
            """)
        .with("key", record.number("processInstanceKey"))
        .with("process", record.text("bpmnProcessId"))
        .with("version", record.number("version"))
        .with("at", record.time());
  }

  private static Write ended(EngineRecord record) {
    return Write.of(
            """
            insert into engine_instance (instance_key, ended_at, terminated)
            values (:key, :at, :terminated)
            on conflict (instance_key) do update set ended_at = excluded.ended_at,
              terminated = excluded.terminated
            """)
        .with("key", record.number("processInstanceKey"))
        .with("at", record.time())
        .with("terminated", record.intent().equals("ELEMENT_TERMINATED"));
  }
}
