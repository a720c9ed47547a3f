package care.vestibule.messaging.delivery;

import care.vestibule.messaging.MessageKey;
import care.vestibule.tenancy.ClinicId;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The intent, the name to report by and the first attempt of a message, which most messages need
 * once and all at once: one statement in the place of four, and one commit in the place of two.
 */
final class FirstAttempts {

  private final JdbcClient jdbc;

  FirstAttempts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes all three, or nothing if the message is known. */
  Optional<DeliveryAttempt> begin(
      ClinicId clinic, MessageKey key, MessageReference name, UUID report, MessageHash digest) {
    var attempt = UUID.randomUUID();
    return jdbc.sql(
            """
            with intended as (
              insert into message (clinic_id, id, subject, generation, channel, kind, sequence)
              values (:clinic, :id, :subject, :generation, :channel, :kind, :sequence)
              on conflict (clinic_id, subject, generation, channel, kind, sequence) do nothing
              returning id),
            named as (
              insert into message_report_name (report, clinic_id, message_id, name)
              select :report, :clinic, id, :name from intended)
            insert into message_attempt (clinic_id, id, message_id, digest)
            select :clinic, :attempt, id, :digest from intended
            returning message_id, started_at
            """)
        .param("clinic", clinic.value())
        .param("id", UUID.randomUUID())
        .param("subject", key.subject())
        .param("generation", key.generation())
        .param("channel", key.channel().name())
        .param("kind", key.kind().name())
        .param("sequence", key.sequence())
        .param("report", report)
        .param("name", name.hex())
        .param("attempt", attempt)
        .param("digest", digest.bytes())
        .query(
            (row, number) ->
                new DeliveryAttempt(
                    attempt,
                    row.getObject("message_id", UUID.class),
                    digest,
                    row.getObject("started_at", OffsetDateTime.class).toInstant()))
        .optional();
  }
}
