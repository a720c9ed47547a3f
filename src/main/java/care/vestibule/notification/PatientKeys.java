package care.vestibule.notification;

import care.vestibule.directory.PatientId;
import java.util.Optional;

/** The keys patients can be shared with at present. */
interface PatientKeys {

  Optional<PatientKey> activeOf(PatientId patient);

  /**
   * A patient's public key, as people and rows name it.
   *
   * @param id 32 hex digits
   * @param fingerprint 6 groups of 5 digits
   */
  record PatientKey(String id, String fingerprint) {}
}
