package care.vestibule.accessrequest;

import static care.vestibule.accessrequest.AccessRequestRow.timestamp;

import care.vestibule.directory.HcpId;
import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of person checks, at most one a notification. */
@Component
class PersonCheckTable {

  private static final String SELECT =
      """
      select notification_id, asked_by, asked_at, outcome, answered_at from person_check
      where clinic_id = :clinic
      """;

  private final JdbcClient jdbc;

  PersonCheckTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if the desk was asked already and has not answered. */
  boolean ask(ClinicId clinic, AccessRequestId id, HcpId doctor, Instant now) {
    return jdbc.sql(
                """
                insert into person_check (clinic_id, notification_id, asked_by, asked_at)
                values (:clinic, :id, :doctor, :now)
                on conflict (clinic_id, notification_id) do update
                set asked_by = :doctor, asked_at = :now, outcome = null, answered_by = null,
                  answered_at = null
                where person_check.outcome is not null
                """)
            .param("clinic", clinic.value())
            .param("id", id.value())
            .param("doctor", doctor.value())
            .param("now", timestamp(now))
            .update()
        == 1;
  }

  /** False if there is nothing to answer. */
  boolean answer(
      ClinicId clinic, AccessRequestId id, PersonOutcome outcome, String by, Instant now) {
    return jdbc.sql(
                """
                update person_check set outcome = :outcome, answered_by = :by, answered_at = :now
                where clinic_id = :clinic and notification_id = :id and outcome is null
                """)
            .param("outcome", outcome.name())
            .param("by", by)
            .param("now", timestamp(now))
            .param("clinic", clinic.value())
            .param("id", id.value())
            .update()
        == 1;
  }

  Optional<PersonCheck> find(ClinicId clinic, AccessRequestId id) {
    return jdbc.sql(SELECT + "and notification_id = :id")
        .param("clinic", clinic.value())
        .param("id", id.value())
        .query(PersonCheckTable::check)
        .optional();
  }

  List<PersonCheck> open(ClinicId clinic) {
    return jdbc.sql(SELECT + "and outcome is null order by asked_at limit 200")
        .param("clinic", clinic.value())
        .query(PersonCheckTable::check)
        .list();
  }

  private static PersonCheck check(ResultSet row, int number) throws SQLException {
    @Nullable String outcome = row.getString("outcome");
    @Nullable OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
    return new PersonCheck(
        new AccessRequestId(row.getObject("notification_id", UUID.class)),
        new HcpId(row.getObject("asked_by", UUID.class)),
        AccessRequestRow.instant(row, "asked_at"),
        Optional.ofNullable(outcome).map(PersonOutcome::valueOf),
        Optional.ofNullable(answered).map(OffsetDateTime::toInstant));
  }
}
