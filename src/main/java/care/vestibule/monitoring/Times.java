package care.vestibule.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads points in time. */
public final class Times {

  private Times() {}

  public static Instant at(ResultSet row, String column) throws SQLException {
    return find(row, column).orElseThrow();
  }

  public static Optional<Instant> find(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
  }
}
