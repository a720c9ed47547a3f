package care.vestibule.invitation.engine;

import care.vestibule.invitation.InvitationId;
import care.vestibule.process.EngineMessage;
import care.vestibule.process.ProcessMessage;
import care.vestibule.process.ProcessVariables;
import java.time.Duration;

/** No message with the link of this generation has arrived. */
record MessageBounced(InvitationId invitation, int generation, String how) {

  EngineMessage message() {
    return new EngineMessage(
        ProcessMessage.MESSAGE_BOUNCED,
        invitation.value(),
        "undelivered:" + invitation + ":" + generation + ":" + how,
        Duration.ofHours(1),
        ProcessVariables.none());
  }
}
