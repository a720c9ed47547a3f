package care.vestibule.process.projection;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows of table {@code engine_incident}. */
final class IncidentRows {

  // A worker's message is its code and perhaps a correlation id; whatever the engine itself has to
  // say may quote values.
  private static final Pattern WORKERS =
      Pattern.compile("([A-Z][A-Z_]{2,63})(?: ([0-9a-f-]{36}))?");

  private static final Upsert INCIDENTS =
      new Upsert(
          List.of(
              "key",
              "instance",
              "visit",
              "element",
              "job",
              "code",
              "correlation",
              "created",
              "resolved"),
          """
          insert into engine_incident as kept
            (incident_key, instance_key, element_key, element_id, job_key, code, correlation,
              created_at, resolved_at)
          select key, any_value(instance), any_value(visit), any_value(element), any_value(job),
            any_value(code), any_value(correlation), any_value(created_at), any_value(resolved_at)
          from unnest(:key::bigint[], :instance::bigint[], :visit::bigint[], :element::text[],
              :job::bigint[], :code::text[], :correlation::uuid[], :created::timestamptz[],
              :resolved::timestamptz[])
            as told (key, instance, visit, element, job, code, correlation, created_at, resolved_at)
          group by key
          on conflict (incident_key) do update
            set created_at = coalesce(excluded.created_at, kept.created_at),
              resolved_at = coalesce(excluded.resolved_at, kept.resolved_at)
          """);

  private IncidentRows() {}

  static Optional<RowWrite> write(EngineRecord record) {
    return switch (record.intent()) {
      case "CREATED" -> Optional.of(incident(record).with("created", record.time()));
      case "RESOLVED" -> Optional.of(incident(record).with("resolved", record.time()));
      // A migrated incident is the same incident.
      default -> Optional.empty();
    };
  }

  /** Whether the message was written by a worker of ours, and so quotes nothing. */
  static boolean isOurs(String message) {
    return WORKERS.matcher(message).matches();
  }

  private static RowWrite incident(EngineRecord record) {
    var workers = WORKERS.matcher(record.text("errorMessage"));
    var told = workers.matches();
    return RowWrite.of(INCIDENTS)
        .with("key", record.key())
        .with("instance", record.instance())
        .with("visit", record.number("elementInstanceKey"))
        .with("element", record.text("elementId"))
        .with("job", record.number("jobKey"))
        .with("code", told ? workers.group(1) : record.text("errorType"))
        .with("correlation", told ? workers.group(2) : null);
  }
}
