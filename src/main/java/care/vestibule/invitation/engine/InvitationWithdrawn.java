package care.vestibule.invitation.engine;

import care.vestibule.invitation.InvitationId;
import care.vestibule.process.EngineMessage;
import care.vestibule.process.ProcessMessage;
import care.vestibule.process.ProcessVariable;
import care.vestibule.process.ProcessVariables;
import java.time.Duration;

/** The clinic took the invitation back, and with it, if it says so, what was shared. */
public record InvitationWithdrawn(InvitationId invitation, boolean revokeShares) {

  public EngineMessage message() {
    return new EngineMessage(
        ProcessMessage.INVITATION_WITHDRAWN,
        invitation.value(),
        "withdrawn:" + invitation,
        Duration.ofHours(1),
        ProcessVariables.none().with(ProcessVariable.REVOKE_SHARES, revokeShares));
  }
}
