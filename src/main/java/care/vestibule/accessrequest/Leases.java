package care.vestibule.accessrequest;

import static care.vestibule.accessrequest.AccessRequestRow.timestamp;

import care.vestibule.tenancy.CurrentClinic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long a doctor who took a request may leave it untouched; needs a transaction around it. */
@Component
public class Leases {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;
  private final Clock clock;
  private final Duration life;

  Leases(
      JdbcClient jdbc,
      CurrentClinic clinic,
      Clock clock,
      @Value("${vestibule.tasks.lease:PT4H}") Duration life) {
    this.jdbc = jdbc;
    this.clinic = clinic;
    this.clock = clock;
    this.life = life;
  }

  /** A lease that begins, or begins anew. */
  public LeaseChange begun(Instant now) {
    return LeaseChange.begun(now.plus(life));
  }

  /** Locks those of the clinic that ran out, at most 100; who answers at this moment is skipped. */
  List<AccessRequestId> takeRunOut() {
    return jdbc.sql(
            """
            select id from notifications
            where clinic_id = :clinic and lease_until <= :now and status = 'ONGOING'
              and answered_at is null
            order by lease_until limit 100 for update skip locked
            """)
        .param("clinic", clinic.get().value())
        .param("now", timestamp(DatabaseTime.now(clock)))
        .query((row, n) -> new AccessRequestId(row.getObject("id", UUID.class)))
        .list();
  }
}
