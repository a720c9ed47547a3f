package care.vestibule.myrecord;

import care.vestibule.directory.Patient;
import care.vestibule.sharing.DoctorsPart;
import java.util.List;

/**
 * What a patient sees before anything is decrypted.
 *
 * @param patient the patient's own clear administrative data
 * @param doctors who was asked and how far each has come
 */
public record MyOverview(Patient patient, List<DoctorsPart> doctors) {

  /** How many doctors have shared. */
  public long shared() {
    return doctors.stream().filter(part -> part.state() == DoctorsPart.State.SHARED).count();
  }
}
