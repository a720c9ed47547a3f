package care.vestibule.accessrequest.hold;

import care.vestibule.directory.HcpId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The current clinic's records that nobody holds back any more and that cannot be shared. */
@Repository
@Transactional(readOnly = true)
public class EndedHoldBacks {

  private final JdbcClient jdbc;

  EndedHoldBacks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One row a doctor and cause, the oldest first. */
  public List<EndedHoldBack> all() {
    return jdbc.sql(
            """
            select hcp, waits_for, count(*) as records, min(waits_since) as since from held_back
            where clinic_id = current_clinic() and waits_for is not null
            group by hcp, waits_for order by since, hcp, waits_for
            """)
        .query(
            (row, n) ->
                new EndedHoldBack(
                    new HcpId(row.getObject("hcp", UUID.class)),
                    row.getString("waits_for"),
                    row.getInt("records"),
                    row.getObject("since", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Records one doctor does not hold back any more and that cannot be shared for one cause.
   *
   * @param doctor who held them back
   * @param code the cause, such as {@code KEYSTORE_LOCKED}
   * @param since when the first of them could not be shared first
   */
  public record EndedHoldBack(HcpId doctor, String code, int records, Instant since) {}
}
