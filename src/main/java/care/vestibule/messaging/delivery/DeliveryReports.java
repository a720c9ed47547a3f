package care.vestibule.messaging.delivery;

import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reports that wait to be judged; every call is in the caller's transaction. */
@Repository
class DeliveryReports {

  /** Twilio sends a handful for each message; more are nobody's honest report. */
  private static final int MOST_WAITING = 20;

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;
  private final JsonMapper json = JsonMapper.builder().build();

  DeliveryReports(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** Keeps a report about a message of the current clinic, unless too many wait already. */
  void keep(UUID message, UUID report, Map<String, String> fields, String signature) {
    jdbc.sql(
            """
            with kept as (
              insert into message_report (clinic_id, id, message_id, report, fields, signature)
              select :clinic, :id, :message, :report, cast(:fields as jsonb), :signature
               where (select count(*) from message_report
                       where clinic_id = :clinic and message_id = :message) < :most
              returning id, clinic_id)
            insert into message_report_request (id, clinic_id) select id, clinic_id from kept
            """)
        .param("clinic", clinic.get().value())
        .param("id", UUID.randomUUID())
        .param("message", message)
        .param("report", report)
        .param("fields", json.writeValueAsString(fields))
        .param("signature", signature)
        .param("most", MOST_WAITING)
        .update();
  }

  /** Takes the next one of any clinic, for a minute; none is judged by two at once. */
  Optional<Due> take() {
    return jdbc.sql(
            """
            update message_report_request set not_before = now() + interval '1 minute'
             where id = (select id from message_report_request where not_before <= now()
                          order by not_before limit 1 for update skip locked)
            returning id, clinic_id
            """)
        .query(
            (row, number) ->
                new Due(
                    row.getObject("id", UUID.class),
                    new ClinicId(row.getObject("clinic_id", UUID.class))))
        .optional();
  }

  /** A report of the current clinic. */
  Optional<DeliveryReport> find(UUID id) {
    return jdbc.sql(
            """
            select message_id, report, fields, signature from message_report
             where clinic_id = :clinic and id = :id
            """)
        .param("clinic", clinic.get().value())
        .param("id", id)
        .query(
            (row, number) ->
                new DeliveryReport(
                    id,
                    row.getObject("message_id", UUID.class),
                    row.getObject("report", UUID.class),
                    json.readValue(
                        row.getString("fields"), new TypeReference<Map<String, String>>() {}),
                    row.getString("signature")))
        .optional();
  }

  /** Forgets a report that was judged, with the number in it. */
  void done(UUID id) {
    jdbc.sql(
            """
            with gone as (delete from message_report_request where id = :id)
            delete from message_report where clinic_id = :clinic and id = :id
            """)
        .param("clinic", clinic.get().value())
        .param("id", id)
        .update();
  }

  /** A report to judge. */
  record Due(UUID id, ClinicId clinic) {}
}
