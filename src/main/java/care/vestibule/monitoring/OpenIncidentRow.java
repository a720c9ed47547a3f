package care.vestibule.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads an open incident joined with its process. */
final class OpenIncidentRow implements RowMapper<OpenIncident> {

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
