package care.vestibule.notification;

/** A notification was asked to move to a status that may not follow the one it is in. */
public final class IllegalTransition extends RuntimeException {

  private final NotificationStatus from;
  private final NotificationStatus to;

  IllegalTransition(NotificationStatus from, NotificationStatus to) {
    super(from + " may not become " + to);
    this.from = from;
    this.to = to;
  }

  /** The status it is in. */
  public NotificationStatus from() {
    return from;
  }

  /** The status that was asked for. */
  public NotificationStatus to() {
    return to;
  }
}
