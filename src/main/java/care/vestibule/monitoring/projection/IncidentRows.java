package care.vestibule.monitoring.projection;

import java.util.Optional;
import java.util.regex.Pattern;

/** The rows of table {@code engine_incident}. */
final class IncidentRows {

  // A worker's message is its code and perhaps a correlation id; whatever the engine itself has to
  // say may quote values.
  private static final Pattern WORKERS =
      Pattern.compile("([A-Z][A-Z_]{2,63})(?: ([0-9a-f-]{36}))?");

  private IncidentRows() {}

  static Optional<Write> write(EngineRecord record) {
    return switch (record.intent()) {
      case "CREATED" -> Optional.of(write(record, "created_at"));
      case "RESOLVED" -> Optional.of(write(record, "resolved_at"));
      // A migrated incident is the same incident.
      default -> Optional.empty();
    };
  }

  private static Write write(EngineRecord record, String column) {
    var workers = WORKERS.matcher(record.text("errorMessage"));
    var told = workers.matches();
    return Write.of(
            """
            insert into engine_incident
              (incident_key, instance_key, element_key, element_id, job_key, code, correlation, %1$s)
            values (:key, :instance, :visit, :element, :job, :code, :correlation::uuid, :at)
            on conflict (incident_key) do update set %1$s = excluded.%1$s
            """
                .formatted(column))
        .with("key", record.key())
        .with("instance", record.number("processInstanceKey"))
        .with("visit", record.number("elementInstanceKey"))
        .with("element", record.text("elementId"))
        .with("job", record.number("jobKey"))
        .with("code", told ? workers.group(1) : record.text("errorType"))
        .with("correlation", told ? workers.group(2) : null)
        .with("at", record.time());
  }
}
