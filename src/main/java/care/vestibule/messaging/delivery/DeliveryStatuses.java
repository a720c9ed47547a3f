package care.vestibule.messaging.delivery;

import care.vestibule.messaging.Channel;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.MessageKind;
import care.vestibule.tenancy.CurrentClinic;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the current clinic's messages got. */
@Repository
class DeliveryStatuses {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  DeliveryStatuses(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /**
   * Notes how far a message got. The first end is the end: whatever comes late, twice or in another
   * order changes nothing.
   *
   * @return whether that was news
   */
  boolean advance(UUID message, DeliveryReportVerifier.Verdict verdict) {
    return jdbc.sql(
                """
                insert into message_status (clinic_id, message_id, status, code)
                values (:clinic, :message, :status, :code)
                on conflict (clinic_id, message_id)
                  do update set status = :status, code = :code, at = now()
                  where message_status.status = 'ON_ITS_WAY' and :status <> 'ON_ITS_WAY'
                """)
            .param("clinic", clinic.get().value())
            .param("message", message)
            .param("status", verdict.status().name())
            .param("code", verdict.code())
            .update()
        == 1;
  }

  /** The key of a message. */
  MessageKey keyOf(UUID message) {
    return jdbc.sql(
            """
            select subject, generation, channel, kind, sequence from message
             where clinic_id = :clinic and id = :message
            """)
        .param("clinic", clinic.get().value())
        .param("message", message)
        .query(
            (row, number) ->
                new MessageKey(
                    row.getObject("subject", UUID.class),
                    row.getInt("generation"),
                    Channel.valueOf(row.getString("channel")),
                    MessageKind.valueOf(row.getString("kind")),
                    row.getInt("sequence")))
        .single();
  }
}
