package care.vestibule.invitation;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads an invitation from a row of {@code invitation} joined with its present link. */
final class InvitationRows implements RowMapper<Invitation> {

  @Override
  public Invitation mapRow(ResultSet row, int number) throws SQLException {
    return new Invitation(
        new ClinicId(row.getObject("clinic_id", UUID.class)),
        new InvitationId(row.getObject("id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new HcpId(row.getObject("invited_by", UUID.class)),
        RequestedChannel.valueOf(row.getString("wish")),
        InvitationPurpose.valueOf(row.getString("purpose")),
        InvitationState.valueOf(row.getString("status")),
        row.getInt("generation"),
        Duration.ofSeconds(row.getLong("link_life_seconds")),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        instant(row, "link_expires_at"),
        instant(row, "accepted_at"),
        instant(row, "closed_at"),
        Optional.ofNullable(row.getString("outcome")).map(InvitationOutcome::valueOf));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
  }
}
