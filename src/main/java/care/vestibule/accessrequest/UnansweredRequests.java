package care.vestibule.accessrequest;

import static care.vestibule.accessrequest.AccessRequestRow.timestamp;

import care.vestibule.tenancy.CurrentClinic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The current clinic's requests that are not answered in full. */
@Repository
@Transactional(readOnly = true)
public class UnansweredRequests {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  UnansweredRequests(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** Those received at or before that moment, the oldest first. */
  public List<UnansweredRequest> receivedBy(Instant moment, int most) {
    return jdbc.sql(
            """
            select invitation, min(created) as received
            from notifications
            where clinic_id = :clinic and invitation in (
              select invitation from notifications
              where clinic_id = :clinic and status in ('PENDING', 'ONGOING'))
            group by invitation having min(created) <= :moment
            order by received, invitation limit :most
            """)
        .param("clinic", clinic.get().value())
        .param("moment", timestamp(moment))
        .param("most", most)
        .query(UnansweredRequests::read)
        .list();
  }

  /** The one of that invitation, if it is open. */
  public Optional<UnansweredRequest> of(UUID invitation) {
    return jdbc.sql(
            """
            select invitation, min(created) as received
            from notifications where clinic_id = :clinic and invitation = :invitation
            group by invitation having bool_or(status in ('PENDING', 'ONGOING'))
            """)
        .param("clinic", clinic.get().value())
        .param("invitation", invitation)
        .query(UnansweredRequests::read)
        .optional();
  }

  private static UnansweredRequest read(ResultSet row, int number) throws SQLException {
    return new UnansweredRequest(
        row.getObject("invitation", UUID.class),
        row.getObject("received", OffsetDateTime.class).toInstant());
  }

  /**
   * A patient's request that somebody has still to answer.
   *
   * @param invitation what made the patient a user
   * @param received when the first professional was asked because of it, answered or not
   */
  public record UnansweredRequest(UUID invitation, Instant received) {}
}
