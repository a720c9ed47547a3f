package care.vestibule.sharing;

import care.vestibule.directory.HcpId;
import care.vestibule.notification.CancelReason;
import java.time.Instant;
import java.util.Optional;

/**
 * How far one doctor has come with a patient's request, as the patient sees it.
 *
 * @param name as shown to people, such as {@code Dr. Julio Casares}
 * @param reason why it ended without a share
 * @param message the doctor's words to the patient; may be empty
 * @param since when it came to this
 */
public record DoctorsPart(
    HcpId doctor,
    String name,
    State state,
    Optional<CancelReason> reason,
    String message,
    Instant since) {

  /** Where a doctor's part stands. */
  // When a share is taken back the notification stays completed: it was shared, and is no more.
  public enum State {
    /** Asked; nobody is on it. */
    WAITING,
    /** Somebody looks at it. */
    TAKEN,
    /** Approved; the share runs. */
    SHARING,
    /** The patient can read what this doctor holds. */
    SHARED,
    /** It was shared, and taken back since. */
    TAKEN_BACK,
    /** The doctor said no. */
    DECLINED,
    /** Ended for another reason. */
    ENDED,
    /** The doctor cannot be asked until the clinic has mended something. */
    UNABLE
  }
}
