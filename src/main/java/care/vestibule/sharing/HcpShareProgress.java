package care.vestibule.sharing;

import care.vestibule.accessrequest.CancelReason;
import care.vestibule.accessrequest.hold.HoldBackReason;
import care.vestibule.directory.HcpId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How far one doctor has come with a patient's request, as the patient sees it.
 *
 * @param name as shown to people, such as {@code Dr. Julio Casares}
 * @param reason why it ended without a share
 * @param message the doctor's words to the patient; may be empty
 * @param since when it came to this
 * @param heldBack what this doctor does not share for now
 */
public record HcpShareProgress(
    HcpId doctor,
    String name,
    State state,
    Optional<CancelReason> reason,
    String message,
    Instant since,
    List<Held> heldBack) {

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
    /** Approved, and nothing new can be read: what is left is held back for now. */
    HELD_BACK,
    /** It was shared, and taken back since. */
    TAKEN_BACK,
    /** The doctor said no. */
    DECLINED,
    /** Ended for another reason. */
    ENDED,
    /** The doctor cannot be asked until the clinic has mended something. */
    UNABLE
  }

  /**
   * Records that are held back for the same time and reason.
   *
   * @param doctor the name of whoever holds them back: a deputy, where one answered
   * @param lastDay until the end of which they are held back
   */
  public record Held(String doctor, int records, HoldBackReason reason, LocalDate lastDay) {}
}
