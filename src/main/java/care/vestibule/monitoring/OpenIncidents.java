package care.vestibule.monitoring;

import care.vestibule.tenancy.CurrentClinic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The open incidents of the current clinic's processes. */
@Repository
@Transactional(readOnly = true)
public class OpenIncidents {

  /** How many are listed, and retried, at once. */
  public static final int MOST = 200;

  private static final String OPEN =
      """
      select incident.incident_key, incident.instance_key, instance.invitation_id,
        incident.element_id, incident.element_key, incident.job_key, incident.code,
        incident.correlation, incident.created_at
      from engine_incident incident join engine_instance instance using (instance_key)
      where instance.clinic_ref = :clinic and instance.ended_at is null
        and incident.resolved_at is null and incident.created_at is not null
      """;
  private static final String OLDEST_FIRST =
      " order by incident.created_at, incident.incident_key limit " + MOST;

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  OpenIncidents(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** The open incidents by cause, the most frequent first. */
  public List<IncidentCause> causes() {
    return jdbc.sql(
            """
            select incident.code, count(*) as incidents,
              count(distinct incident.instance_key) as instances,
              min(incident.created_at) as first_seen, max(incident.created_at) as last_seen
            from engine_incident incident join engine_instance instance using (instance_key)
            where instance.clinic_ref = :clinic and instance.ended_at is null
              and incident.resolved_at is null and incident.created_at is not null
            group by incident.code
            order by incidents desc, incident.code
            """)
        .param("clinic", clinic.get().value())
        .query(
            (row, number) ->
                new IncidentCause(
                    row.getString("code"),
                    row.getLong("incidents"),
                    row.getLong("instances"),
                    Times.at(row, "first_seen"),
                    Times.at(row, "last_seen")))
        .list();
  }

  /** The oldest {@value #MOST} with this cause. */
  public List<OpenIncident> withCause(String code) {
    return jdbc.sql(OPEN + " and incident.code = :code" + OLDEST_FIRST)
        .param("clinic", clinic.get().value())
        .param("code", code)
        .query(new OpenIncidentRow())
        .list();
  }

  /** Those of these that are open. */
  public List<OpenIncident> withKeys(Collection<Long> keys) {
    return jdbc.sql(OPEN + " and incident.incident_key = any(:keys)" + OLDEST_FIRST)
        .param("clinic", clinic.get().value())
        .param("keys", keys.toArray(Long[]::new))
        .query(new OpenIncidentRow())
        .list();
  }

  /** What holds up one process. */
  public List<OpenIncident> of(long instance) {
    return jdbc.sql(OPEN + " and incident.instance_key = :instance" + OLDEST_FIRST)
        .param("clinic", clinic.get().value())
        .param("instance", instance)
        .query(new OpenIncidentRow())
        .list();
  }

  /**
   * Open incidents that have one cause.
   *
   * @param code the cause, such as {@code KEYSTORE_LOCKED}, or the engine's own error type
   * @param incidents how many incidents
   * @param instances how many processes they hold up
   * @param firstSeen when the oldest of them began
   * @param lastSeen when the newest of them began
   */
  public record IncidentCause(
      String code, long incidents, long instances, Instant firstSeen, Instant lastSeen) {}

  /** Reads an open incident joined with its process. */
  static final class OpenIncidentRow implements RowMapper<OpenIncident> {

    @Override
    public OpenIncident mapRow(ResultSet row, int number) throws SQLException {
      return new OpenIncident(
          row.getLong("incident_key"),
          row.getLong("instance_key"),
          Optional.ofNullable(row.getObject("invitation_id", UUID.class)),
          row.getString("element_id"),
          row.getLong("element_key"),
          row.getLong("job_key"),
          row.getString("code"),
          Optional.ofNullable(row.getObject("correlation", UUID.class)),
          Times.at(row, "created_at"));
    }
  }
}
