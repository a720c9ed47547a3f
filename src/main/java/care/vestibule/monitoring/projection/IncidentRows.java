package care.vestibule.monitoring.projection;

import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code engine_incident}. */
@Repository
final class IncidentRows {

  // A worker's message is its code and perhaps a correlation id; whatever the engine itself has to
  // say may quote values.
  private static final Pattern WORKERS =
      Pattern.compile("([A-Z][A-Z_]{2,63})(?: ([0-9a-f-]{36}))?");

  private final JdbcClient jdbc;

  IncidentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void apply(EngineRecord record) {
    switch (record.intent()) {
      case "CREATED" -> write(record, "created_at");
      case "RESOLVED" -> write(record, "resolved_at");
      default -> {
        // A migrated incident is the same incident.
      }
    }
  }

  private void write(EngineRecord record, String column) {
    var workers = WORKERS.matcher(record.text("errorMessage"));
    var told = workers.matches();
    var correlation = told ? workers.group(2) : null;
    jdbc.sql(
            """
            insert into engine_incident
              (incident_key, instance_key, element_key, element_id, job_key, code, correlation, %1$s)
            values (:key, :instance, :elementKey, :element, :job, :code, :correlation::uuid, :at)
            on conflict (incident_key) do update set %1$s = excluded.%1$s
            """
                .formatted(column))
        .param("key", record.key())
        .param("instance", record.number("processInstanceKey"))
        .param("elementKey", record.number("elementInstanceKey"))
        .param("element", record.text("elementId"))
        .param("job", record.number("jobKey"))
        .param("code", told ? workers.group(1) : record.text("errorType"))
        .param("correlation", correlation)
        .param("at", record.time())
        .update();
  }
}
