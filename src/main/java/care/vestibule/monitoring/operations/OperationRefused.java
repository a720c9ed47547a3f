package care.vestibule.monitoring.operations;

/** Thrown where operations cannot do what they want to; nothing was changed. */
public final class OperationRefused extends RuntimeException {

  private final Why why;

  /** Refused for that reason. */
  public OperationRefused(Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  /** For which reason. */
  public Why why() {
    return why;
  }

  /** The reasons there are. */
  public enum Why {
    /** The reason was not told in words. */
    NO_REASON,
    /** So many days cannot be given. */
    NO_SUCH_DAYS,
    /** Nobody, or nobody of the doctor's group, was named. */
    NO_COLLEAGUE,
    /** The process does not wait for the patient any more, or the invitation has ended. */
    NOT_WAITING,
    /** The request was answered or closed meanwhile, or nobody waits for it. */
    NOT_OPEN,
    /** The process has ended. */
    ENDED,
    /** The law extends once. */
    EXTENDED_ALREADY,
    /** No channel took the message, and the desk has to correct the contact first. */
    AT_THE_DESK,
    /** The law extends only as long as the time is not over. */
    TOO_LATE
  }
}
