package care.vestibule.invitation;

/** Thrown when a clinic's wish about an invitation is not granted; nothing was changed then. */
public final class InvitationRefused extends RuntimeException {

  private final Refusal reason;

  /** A refusal for the given reason. */
  public InvitationRefused(Refusal reason) {
    super(reason.name());
    this.reason = reason;
  }

  static InvitationRefused unknown() {
    return new InvitationRefused(Refusal.UNKNOWN_INVITATION);
  }

  /** Why. */
  public Refusal reason() {
    return reason;
  }
}
