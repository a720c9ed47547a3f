package care.vestibule.messaging.delivery;

import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageKey;
import care.vestibule.tenancy.CurrentClinic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Intents, attempts and outcomes of the current clinic; every call is in the caller's transaction.
 */
final class Messages {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  Messages(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** The message of that key, intended now if it never was. */
  UUID intend(MessageKey key) {
    return jdbc.sql(
            """
            insert into message (clinic_id, id, subject, generation, channel, kind, sequence)
            values (:clinic, :id, :subject, :generation, :channel, :kind, :sequence)
            on conflict (clinic_id, subject, generation, channel, kind, sequence)
              do update set sequence = excluded.sequence
            returning id
            """)
        .param("clinic", clinic.get().value())
        .param("id", UUID.randomUUID())
        .param("subject", key.subject())
        .param("generation", key.generation())
        .param("channel", key.channel().name())
        .param("kind", key.kind().name())
        .param("sequence", key.sequence())
        .query(UUID.class)
        .single();
  }

  /** What became of the message, if that is settled. */
  Optional<Delivery> settled(UUID message) {
    return jdbc.sql(
            """
            select result, code, at from message_outcome
            where clinic_id = :clinic and message_id = :message and result <> 'FAILED'
            """)
        .param("clinic", clinic.get().value())
        .param("message", message)
        .query(Messages::delivery)
        .optional();
  }

  /** All attempts so far, the first one first. */
  List<DeliveryAttempt> attempts(UUID message) {
    return jdbc.sql(
            """
            select id, digest, started_at from message_attempt
            where clinic_id = :clinic and message_id = :message order by started_at
            """)
        .param("clinic", clinic.get().value())
        .param("message", message)
        .query(
            (row, number) ->
                new DeliveryAttempt(
                    row.getObject("id", UUID.class),
                    message,
                    MessageHash.ofBytes(row.getBytes("digest")),
                    row.getObject("started_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Whether a message was sent under that name of the provider's. */
  boolean isKnown(String providersName) {
    return jdbc.sql(
            """
            select exists (select 1 from message_outcome
              where clinic_id = :clinic and result = 'SENT' and code = :name)
            """)
        .param("clinic", clinic.get().value())
        .param("name", providersName)
        .query(Boolean.class)
        .single();
  }

  /** Notes that an attempt begins. */
  DeliveryAttempt begin(UUID message, MessageHash digest) {
    var id = UUID.randomUUID();
    var startedAt =
        jdbc.sql(
                """
                insert into message_attempt (clinic_id, id, message_id, digest)
                values (:clinic, :id, :message, :digest) returning started_at
                """)
            .param("clinic", clinic.get().value())
            .param("id", id)
            .param("message", message)
            .param("digest", digest.bytes())
            .query(OffsetDateTime.class)
            .single();
    return new DeliveryAttempt(id, message, digest, startedAt.toInstant());
  }

  /**
   * Notes how an attempt ended; what was noted of it before, if it was only a failure, is replaced.
   * The transaction does not wait for the disk: it stands for everybody at once, on disk within a
   * second.
   */
  Instant conclude(DeliveryAttempt attempt, String result, String code) {
    return jdbc.sql(
            """
            with soon as (select set_config('synchronous_commit', 'off', true))
            insert into message_outcome (clinic_id, attempt_id, message_id, result, code)
            select :clinic, :attempt, :message, :result, :code from soon
            on conflict (clinic_id, attempt_id) do update set result = :result, code = :code
              where message_outcome.result = 'FAILED'
            returning at
            """)
        .param("clinic", clinic.get().value())
        .param("attempt", attempt.id())
        .param("message", attempt.message())
        .param("result", result)
        .param("code", code)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    return row.getString("result").equals("REFUSED")
        ? new Delivery.Refused(Delivery.Reason.valueOf(row.getString("code")))
        : new Delivery.Sent(row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
