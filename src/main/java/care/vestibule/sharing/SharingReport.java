package care.vestibule.sharing;

import care.vestibule.directory.PatientId;
import java.util.Optional;

/**
 * What came of giving a patient access to everything one professional holds.
 *
 * @param dataSamples observations, procedures, medication and every other clinical resource
 * @param healthcareElements conditions
 * @param patientRecord the patient's own encrypted record, with the note
 */
public record SharingReport(
    PatientId patient, Part dataSamples, Part healthcareElements, Part patientRecord) {

  /** Whether everything the professional holds can be read by the patient now. */
  public boolean isComplete() {
    return dataSamples.success() && healthcareElements.success() && patientRecord.success();
  }

  /**
   * The outcome for one kind of data.
   *
   * @param success whether the patient can read all of this kind
   * @param error a code for why not
   * @param modified how many became readable by this share; 0 if all were before
   */
  public record Part(boolean success, Optional<String> error, int modified) {}
}
