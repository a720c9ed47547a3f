package care.vestibule.desk;

import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.PersonCheck;
import care.vestibule.accessrequest.PersonChecks;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Patient;
import care.vestibule.directory.Patients;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What doctors want to know of the people who ask, joined with whom to call. */
@Component
@Transactional(readOnly = true)
public class DeskChecks {

  private final PersonChecks checks;
  private final AccessRequests notifications;
  private final Patients patients;
  private final HealthcareProfessionals professionals;

  DeskChecks(
      PersonChecks checks,
      AccessRequests notifications,
      Patients patients,
      HealthcareProfessionals professionals) {
    this.checks = checks;
    this.notifications = notifications;
    this.patients = patients;
    this.professionals = professionals;
  }

  /** Those nobody has answered, oldest first. */
  public List<OpenCheck> all() {
    return checks.open().stream().map(this::joined).toList();
  }

  private OpenCheck joined(PersonCheck check) {
    var asked = notifications.find(check.notification()).orElseThrow();
    return new OpenCheck(
        check,
        patients.find(asked.responsible()).orElseThrow(),
        professionals.find(check.askedBy()).map(HealthcareProfessional::displayName).orElse(""));
  }

  /**
   * A question of a doctor that waits for the desk.
   *
   * @param askedBy the doctor's name
   */
  public record OpenCheck(PersonCheck check, Patient patient, String askedBy) {}
}
