package care.vestibule.correspondence;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.MessageKind;
import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails to doctors that wait for the agent, of all clinics. */
@Repository
class HcpMessageRequests {

  private final JdbcClient jdbc;

  HcpMessageRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Has a mail sent as soon as a server takes it. What still waits of the same subject and has a
   * lower number is not sent any more: this one says the same.
   */
  void order(ClinicId clinic, MessageKey key, Optional<AccessRequestId> about) {
    jdbc.sql(
            """
            with overtaken as (
              delete from doctor_mail
              where clinic_id = :clinic and subject = :subject and sequence < :sequence)
            insert into doctor_mail (clinic_id, subject, kind, sequence, notification_id)
            values (:clinic, :subject, :kind, :sequence, :about)
            on conflict (clinic_id, subject, kind, sequence) do nothing
            """)
        .param("clinic", clinic.value())
        .param("subject", key.subject())
        .param("kind", key.kind().name())
        .param("sequence", key.sequence())
        .param("about", about.map(AccessRequestId::value).orElse(null))
        .update();
  }

  /** Takes the next one; whoever dies on it loses it to another, later each time. */
  Optional<HcpMessageRequest> take() {
    return jdbc.sql(
            """
            update doctor_mail
               set attempts = attempts + 1,
                   not_before = now() + (0.75 + random() / 2)
                     * least(interval '5 minutes', interval '15 seconds' * 2 ^ least(attempts, 9))
             where (clinic_id, subject, kind, sequence) = (
               select clinic_id, subject, kind, sequence from doctor_mail where not_before <= now()
               order by not_before limit 1 for update skip locked)
            returning clinic_id, subject, kind, sequence, notification_id,
              requested_at < now() - interval '7 days' as outlived
            """)
        .query(HcpMessageRequests::read)
        .optional();
  }

  /** Puts it off for so long. */
  void putOff(HcpMessageRequest request, Duration patience) {
    jdbc.sql(
            """
            update doctor_mail set not_before = now() + :patience * interval '1 millisecond'
            where clinic_id = :clinic and subject = :subject and kind = :kind
              and sequence = :sequence
            """)
        .param("patience", patience.toMillis())
        .param("clinic", request.clinic().value())
        .param("subject", request.key().subject())
        .param("kind", request.key().kind().name())
        .param("sequence", request.key().sequence())
        .update();
  }

  /** Forgets it: it was sent or refused, or nobody needs it any more. */
  void done(HcpMessageRequest request) {
    jdbc.sql(
            """
            delete from doctor_mail
            where clinic_id = :clinic and subject = :subject and kind = :kind
              and sequence = :sequence
            """)
        .param("clinic", request.clinic().value())
        .param("subject", request.key().subject())
        .param("kind", request.key().kind().name())
        .param("sequence", request.key().sequence())
        .update();
  }

  private static HcpMessageRequest read(ResultSet row, int number) throws SQLException {
    return new HcpMessageRequest(
        new ClinicId(row.getObject("clinic_id", UUID.class)),
        new MessageKey(
            row.getObject("subject", UUID.class),
            0,
            Channel.EMAIL,
            MessageKind.valueOf(row.getString("kind")),
            row.getInt("sequence")),
        Optional.ofNullable(row.getObject("notification_id", UUID.class)).map(AccessRequestId::new),
        row.getBoolean("outlived"));
  }

  /**
   * A mail to a doctor that waits for the agent.
   *
   * @param about the request it is about; empty for the mail of a day, which is about all
   * @param outlived whether it was tried for so long that nobody waits for it any more
   */
  record HcpMessageRequest(
      ClinicId clinic, MessageKey key, Optional<AccessRequestId> about, boolean outlived) {}
}
