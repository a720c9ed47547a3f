package care.vestibule.tasklist;

/**
 * Another doctor who was asked for the same patient.
 *
 * @param holds how many records that doctor holds
 * @param shared how many became readable by that doctor's share
 */
public record OtherDoctor(String name, State state, int holds, int shared) {

  /** Where the other doctor's part stands. */
  public enum State {
    WAITING,
    BEING_SHARED,
    SHARED,
    HELD_BACK,
    DECLINED,
    BLOCKED
  }
}
