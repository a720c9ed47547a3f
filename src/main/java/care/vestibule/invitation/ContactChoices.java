package care.vestibule.invitation;

import care.vestibule.directory.Clinics;
import care.vestibule.directory.Patient;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Which contacts of a patient are in question today. */
@Component
public class ContactChoices {

  private final Clinics clinics;
  private final Clock clock;

  ContactChoices(Clinics clinics, Clock clock) {
    this.clinics = clinics;
    this.clock = clock;
  }

  public ContactChoice of(Patient patient) {
    var clinic = clinics.find(patient.clinic()).orElseThrow();
    return ContactChoice.of(patient, clinic, LocalDate.now(clock));
  }
}
