package care.vestibule.invitation.engine;

import care.vestibule.invitation.Invitation;
import org.springframework.stereotype.Component;

/** Finds the way the process is told of an invitation, by what the invitation is for. */
@Component
public class InvitationProcesses {

  private final FirstInvitationProcess first;
  private final KeyRenewalProcess renewal;

  InvitationProcesses(FirstInvitationProcess first, KeyRenewalProcess renewal) {
    this.first = first;
    this.renewal = renewal;
  }

  /** The way of this invitation. */
  public InvitationProcess of(Invitation invitation) {
    return switch (invitation.purpose()) {
      case NEW_USER -> first;
      case NEW_KEY -> renewal;
    };
  }
}
