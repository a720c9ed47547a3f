package care.vestibule.monitoring.projection;

import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code engine_incident}. */
@Repository
final class IncidentRows {

  // A worker's message starts with its code; whatever the engine itself has to say may quote
  // values.
  private static final Pattern CODE = Pattern.compile("^([A-Z][A-Z_]{2,63})\\b.*", Pattern.DOTALL);

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
    jdbc.sql(
            """
            insert into engine_incident
              (incident_key, instance_key, element_id, job_key, code, %1$s)
            values (:key, :instance, :element, :job, :code, :at)
            on conflict (incident_key) do update set %1$s = excluded.%1$s
            """
                .formatted(column))
        .param("key", record.key())
        .param("instance", record.number("processInstanceKey"))
        .param("element", record.text("elementId"))
        .param("job", record.number("jobKey"))
        .param("code", codeOf(record))
        .param("at", record.time())
        .update();
  }

  private static String codeOf(EngineRecord record) {
    var matcher = CODE.matcher(record.text("errorMessage"));
    return matcher.matches() ? matcher.group(1) : record.text("errorType");
  }
}
