package care.vestibule.messaging.delivery;

import care.vestibule.tenancy.ClinicId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** By which names providers report on messages, of all clinics. */
@Repository
class MessageReferences {

  private final JdbcClient jdbc;

  MessageReferences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The name for a message, the same at every attempt to send it. */
  UUID of(ClinicId clinic, UUID message, MessageReference name) {
    return jdbc.sql(
            """
            insert into message_report_name (report, clinic_id, message_id, name)
            values (:report, :clinic, :message, :name)
            on conflict (clinic_id, message_id) do update set message_id = excluded.message_id
            returning report
            """)
        .param("report", UUID.randomUUID())
        .param("clinic", clinic.value())
        .param("message", message)
        .param("name", name.hex())
        .query(UUID.class)
        .single();
  }

  /** The message somebody reports on by that name. */
  Optional<Named> find(UUID report) {
    return read(
        jdbc.sql("select clinic_id, message_id from message_report_name where report = :report")
            .param("report", report));
  }

  /** The e-mail with that name in its Message-ID. */
  Optional<Named> findMail(String name) {
    return read(
        jdbc.sql("select clinic_id, message_id from message_report_name where name = :name")
            .param("name", name));
  }

  private static Optional<Named> read(StatementSpec query) {
    return query
        .query(
            (row, number) ->
                new Named(
                    new ClinicId(row.getObject("clinic_id", UUID.class)),
                    row.getObject("message_id", UUID.class)))
        .optional();
  }

  /** A message, before any clinic is known. */
  record Named(ClinicId clinic, UUID message) {}
}
