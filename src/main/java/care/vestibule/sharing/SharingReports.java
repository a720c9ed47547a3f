package care.vestibule.sharing;

import care.vestibule.directory.PatientId;
import care.vestibule.notification.NotificationId;
import care.vestibule.records.EntityKind;
import care.vestibule.tenancy.CurrentClinic;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reports of shares that have ended, one way or another. */
@Component
@Transactional(readOnly = true)
public class SharingReports {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  SharingReports(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** The report of the last share for an approval; empty while none has ended. */
  public Optional<SharingReport> of(NotificationId notification) {
    return jdbc.sql(
            """
            select number, patient_id from share_runs
            where clinic_id = :clinic and notification_id = :notification and state <> 'RUNNING'
            order by number desc limit 1
            """)
        .param("clinic", clinic.get().value())
        .param("notification", notification.value())
        .query(
            (row, n) ->
                report(
                    new PatientId(row.getObject("patient_id", UUID.class)),
                    parts(notification, row.getInt("number"))))
        .optional();
  }

  private static SharingReport report(
      PatientId patient, Map<EntityKind, SharingReport.Part> parts) {
    return new SharingReport(
        patient,
        Optional.ofNullable(parts.get(EntityKind.DATA_SAMPLE)).orElseThrow(),
        Optional.ofNullable(parts.get(EntityKind.HEALTHCARE_ELEMENT)).orElseThrow(),
        Optional.ofNullable(parts.get(EntityKind.PATIENT)).orElseThrow());
  }

  private Map<EntityKind, SharingReport.Part> parts(NotificationId notification, int number) {
    return jdbc
        .sql(
            """
            select kind, modified, error from share_run_parts
            where clinic_id = :clinic and notification_id = :notification and number = :number
            """)
        .param("clinic", clinic.get().value())
        .param("notification", notification.value())
        .param("number", number)
        .query(
            (row, n) ->
                Map.entry(
                    EntityKind.valueOf(row.getString("kind")),
                    part(Optional.ofNullable(row.getString("error")), row.getInt("modified"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static SharingReport.Part part(Optional<String> error, int modified) {
    return new SharingReport.Part(error.isEmpty(), error, modified);
  }
}
