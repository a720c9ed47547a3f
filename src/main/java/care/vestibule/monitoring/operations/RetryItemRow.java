package care.vestibule.monitoring.operations;

import care.vestibule.monitoring.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;

/** Reads what became of one incident from what the engine's records say by now. */
final class RetryItemRow implements RowMapper<IncidentRetry.Item> {

  @Override
  public IncidentRetry.Item mapRow(ResultSet row, int number) throws SQLException {
    return new IncidentRetry.Item(
        row.getLong("incident_key"),
        row.getLong("instance_key"),
        row.getString("element_id"),
        row.getString("code"),
        result(row));
  }

  private static RetryResult result(ResultSet row) throws SQLException {
    if (row.getBoolean("failed_again")) {
      return RetryResult.FAILED_AGAIN;
    }
    if (Times.find(row, "left_at").isPresent()) {
      return row.getBoolean("terminated") ? RetryResult.OVERTAKEN : RetryResult.MENDED;
    }
    if (Times.find(row, "ended_at").isPresent()) {
      return RetryResult.OVERTAKEN;
    }
    if (Times.find(row, "resolved_at").isPresent()) {
      return RetryResult.RUNNING;
    }
    return Times.find(row, "told_at").isPresent() ? RetryResult.NOT_SEEN_YET : RetryResult.NOT_TOLD;
  }
}
