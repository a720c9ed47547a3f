package care.vestibule.custody;

import care.vestibule.crypto.KeyId;
import care.vestibule.directory.HcpId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of table {@code key_rotation}; every call needs a transaction of the clinic. */
@Component
class KeyRotations {

  private final JdbcClient jdbc;
  private final Clock clock;

  KeyRotations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The new key of a replacement that has not ended. */
  Optional<KeyId> underWay(HcpId hcp) {
    return jdbc.sql(
            """
            select to_key from key_rotation
            where clinic_id = current_clinic() and hcp_id = :hcp and finished_at is null
            """)
        .param("hcp", hcp.value())
        .query((row, n) -> new KeyId(row.getBytes("to_key")))
        .optional();
  }

  void start(HcpId hcp, KeyId from, KeyId to) {
    jdbc.sql(
            """
            insert into key_rotation (clinic_id, to_key, hcp_id, from_key, started_at)
            values (current_clinic(), :to, :hcp, :from, :at)
            """)
        .param("to", to.value())
        .param("hcp", hcp.value())
        .param("from", from.value())
        .param("at", now())
        .update();
  }

  void finish(HcpId hcp) {
    jdbc.sql(
            """
            update key_rotation set finished_at = :at
            where clinic_id = current_clinic() and hcp_id = :hcp and finished_at is null
            """)
        .param("at", now())
        .param("hcp", hcp.value())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
