package care.vestibule.notification;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row of notifications. */
final class NotificationRow implements RowMapper<Notification> {

  @Override
  public Notification mapRow(ResultSet row, int number) throws SQLException {
    return new Notification(
        new NotificationId(row.getObject("id", UUID.class)),
        new ClinicId(row.getObject("clinic_id", UUID.class)),
        NotificationType.valueOf(row.getString("type")),
        NotificationStatus.valueOf(row.getString("status")),
        row.getObject("author", UUID.class),
        new PatientId(row.getObject("responsible", UUID.class)),
        new HcpId(row.getObject("hcp", UUID.class)),
        row.getObject("invitation", UUID.class),
        row.getString("key_id"),
        Optional.ofNullable(row.getObject("handler", UUID.class)).map(HcpId::new),
        row.getBoolean("open_to_deputies"),
        Optional.ofNullable(row.getString("reason")).map(CancelReason::valueOf),
        Optional.ofNullable(row.getString("problem")).map(NotificationProblem::valueOf),
        instant(row, "created"),
        instant(row, "modified"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
