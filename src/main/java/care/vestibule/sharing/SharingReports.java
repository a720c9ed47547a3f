package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.directory.PatientId;
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

  private static final String LAST = " order by number desc limit 1";

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  SharingReports(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** The report of the last share for an approval; empty while none has ended. */
  public Optional<SharingReport> of(AccessRequestId notification) {
    return report(notification, LAST);
  }

  /**
   * The same of all shares for an approval together: what was held back in the first and shared by
   * a later one counts as shared.
   */
  public Optional<SharingReport> inAll(AccessRequestId notification) {
    return report(notification, "");
  }

  private Optional<SharingReport> report(AccessRequestId notification, String runs) {
    var parts = parts(notification, runs);
    return patientOf(notification)
        .filter(patient -> !parts.isEmpty())
        .map(patient -> report(patient, parts));
  }

  private Optional<PatientId> patientOf(AccessRequestId notification) {
    return jdbc.sql(
            """
            select patient_id from share_runs
            where clinic_id = :clinic and notification_id = :notification
            order by number limit 1
            """)
        .param("clinic", clinic.get().value())
        .param("notification", notification.value())
        .query((row, n) -> new PatientId(row.getObject("patient_id", UUID.class)))
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

  private Map<EntityKind, SharingReport.Part> parts(AccessRequestId notification, String runs) {
    return jdbc
        .sql(
            """
            select kind, sum(modified) as modified,
              (array_agg(error order by number desc))[1] as error,
              (array_agg(held_back order by number desc))[1] as held_back
            from share_run_parts
            where clinic_id = :clinic and notification_id = :notification and number in (
              select number from share_runs
              where clinic_id = :clinic and notification_id = :notification and state <> 'RUNNING'
            """
                + runs
                + """
                ) group by kind
                """)
        .param("clinic", clinic.get().value())
        .param("notification", notification.value())
        .query(
            (row, n) ->
                Map.entry(
                    EntityKind.valueOf(row.getString("kind")),
                    part(
                        Optional.ofNullable(row.getString("error")),
                        row.getInt("modified"),
                        row.getInt("held_back"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static SharingReport.Part part(Optional<String> error, int modified, int heldBack) {
    return new SharingReport.Part(error.isEmpty(), error, modified, heldBack);
  }
}
