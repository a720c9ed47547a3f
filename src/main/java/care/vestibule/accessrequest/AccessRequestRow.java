package care.vestibule.accessrequest;

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
public final class AccessRequestRow implements RowMapper<AccessRequest> {

  @Override
  public AccessRequest mapRow(ResultSet row, int number) throws SQLException {
    return new AccessRequest(
        new AccessRequestId(row.getObject("id", UUID.class)),
        new ClinicId(row.getObject("clinic_id", UUID.class)),
        AccessRequestType.valueOf(row.getString("type")),
        AccessRequestStatus.valueOf(row.getString("status")),
        row.getObject("author", UUID.class),
        new PatientId(row.getObject("responsible", UUID.class)),
        new HcpId(row.getObject("hcp", UUID.class)),
        row.getObject("invitation", UUID.class),
        row.getString("key_id"),
        Optional.ofNullable(row.getObject("handler", UUID.class)).map(HcpId::new),
        row.getBoolean("open_to_deputies"),
        Optional.ofNullable(row.getString("reason")).map(CancelReason::valueOf),
        Optional.ofNullable(row.getString("problem")).map(AccessRequestProblem::valueOf),
        instant(row, "created"),
        instant(row, "modified"));
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
