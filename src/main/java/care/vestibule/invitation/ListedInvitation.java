package care.vestibule.invitation;

/**
 * An invitation as the desk lists it.
 *
 * @param reminders how often the patient was reminded
 * @param codeTriesLeft how many codes may still be tried before it is locked
 */
public record ListedInvitation(
    Invitation invitation, DeskState standing, int reminders, int codeTriesLeft) {

  /** Whether too many wrong codes were tried; a new link unlocks it. */
  public boolean isLocked() {
    return invitation.isLive() && codeTriesLeft <= 0;
  }

  /** Whether no channel took the message and the desk has to correct the contact. */
  public boolean isUndeliverable() {
    return invitation.isLive() && invitation.state() == InvitationState.UNDELIVERABLE;
  }

  /** The place in the list right after this one. */
  public InvitationCursor cursor() {
    return new InvitationCursor(
        standing == DeskState.NEEDS_HELP, invitation.requestedAt(), invitation.id());
  }
}
