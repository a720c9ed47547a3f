package care.vestibule.invitation;

/** Thrown when a clinic's wish about an invitation is not granted; nothing was changed then. */
public final class InvitationRefused extends RuntimeException {

  private final RefusalReason reason;

  /** A refusal for the given reason. */
  public InvitationRefused(RefusalReason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public static InvitationRefused unknown() {
    return new InvitationRefused(RefusalReason.UNKNOWN_INVITATION);
  }

  /** Why. */
  public RefusalReason reason() {
    return reason;
  }
}
