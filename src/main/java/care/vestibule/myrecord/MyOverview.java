package care.vestibule.myrecord;

import care.vestibule.directory.Patient;
import care.vestibule.sharing.HcpShareProgress;
import java.time.Instant;
import java.util.List;

/**
 * What a patient sees before anything is decrypted.
 *
 * @param patient the patient's own clear administrative data
 * @param doctors who was asked and how far each has come
 * @param devicesAdded when further devices were given the patient's keys, the newest first
 */
public record MyOverview(
    Patient patient, List<HcpShareProgress> doctors, List<Instant> devicesAdded) {

  /** How many doctors have shared. */
  public long shared() {
    return doctors.stream().filter(part -> part.state() == HcpShareProgress.State.SHARED).count();
  }
}
