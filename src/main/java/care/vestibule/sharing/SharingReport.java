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

  /** Whether the patient can read all the professional holds now, but for what is held back. */
  public boolean isComplete() {
    return dataSamples.success() && healthcareElements.success() && patientRecord.success();
  }

  /** Whether nothing became readable because what was left is held back: no success. */
  public boolean isAllHeldBack() {
    return modified() == 0 && heldBack() > 0;
  }

  /** How many records became readable. */
  public int modified() {
    return dataSamples.modified() + healthcareElements.modified() + patientRecord.modified();
  }

  /** How many records were held back. */
  public int heldBack() {
    return dataSamples.heldBack() + healthcareElements.heldBack() + patientRecord.heldBack();
  }

  /**
   * The outcome for one kind of data.
   *
   * @param success whether the patient can read all of this kind that is not held back
   * @param error a code for why not
   * @param modified how many became readable by this share; 0 if all were before
   * @param heldBack how many the professional held back
   */
  public record Part(boolean success, Optional<String> error, int modified, int heldBack) {

    /** Whether nothing of this kind became readable because it is held back. */
    public boolean isAllHeldBack() {
      return modified == 0 && heldBack > 0;
    }
  }
}
