package care.vestibule.tasklist;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A request as the list shows it.
 *
 * @param owner who is on it, or else the doctor who was asked
 * @param patientName given names and family name
 * @param asked when the patient asked
 * @param due when the answer is due
 * @param overdue whether it is awaited and was due before now
 * @param changed when the request last changed
 * @param handler the name of whoever is on it
 * @param since since when they are
 * @param askedOf the name of the doctor who was asked, if that is not the one who looks
 * @param checked whether the doctor who looks has checked it, to be approved with others
 */
public record TaskRow(
    AccessRequestId id,
    PatientId patient,
    HcpId owner,
    String patientName,
    LocalDate birthDate,
    Instant asked,
    Instant due,
    boolean overdue,
    Instant changed,
    TaskState state,
    Optional<String> handler,
    Optional<Instant> since,
    Optional<String> askedOf,
    boolean checked) {

  /** Another text whenever the request has changed. */
  public String version() {
    return Long.toString(changed.toEpochMilli(), 36);
  }
}
