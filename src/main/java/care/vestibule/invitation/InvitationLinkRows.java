package care.vestibule.invitation;

import care.vestibule.messaging.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads a link from a row of {@code invitation_link}. */
final class InvitationLinkRows implements RowMapper<InvitationLink> {

  @Override
  public InvitationLink mapRow(ResultSet row, int number) throws SQLException {
    return new InvitationLink(
        new InvitationId(row.getObject("invitation_id", UUID.class)),
        row.getInt("generation"),
        LinkSelector.of(row.getBytes("selector")),
        LinkState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getBytes("secret_hash")),
        Optional.ofNullable(row.getString("channel")).map(Channel::valueOf),
        failed(row),
        row.getBoolean("sent"),
        Optional.ofNullable(row.getBigDecimal("remaining_ms"))
            .map(left -> Duration.ofMillis(left.longValue())));
  }

  private static Set<Channel> failed(ResultSet row) throws SQLException {
    var failed = EnumSet.noneOf(Channel.class);
    if (row.getBoolean("email_failed")) {
      failed.add(Channel.EMAIL);
    }
    if (row.getBoolean("sms_failed")) {
      failed.add(Channel.SMS);
    }
    return failed;
  }
}
