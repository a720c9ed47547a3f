package care.vestibule.accessrequest;

/** A notification was asked to move to a status that may not follow the one it is in. */
public final class IllegalTransition extends RuntimeException {

  private final AccessRequestStatus from;
  private final AccessRequestStatus to;

  IllegalTransition(AccessRequestStatus from, AccessRequestStatus to) {
    super(from + " may not become " + to);
    this.from = from;
    this.to = to;
  }

  /** The status it is in. */
  public AccessRequestStatus from() {
    return from;
  }

  /** The status that was asked for. */
  public AccessRequestStatus to() {
    return to;
  }
}
