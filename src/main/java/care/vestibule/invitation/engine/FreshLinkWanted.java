package care.vestibule.invitation.engine;

import care.vestibule.invitation.InvitationId;
import care.vestibule.process.EngineMessage;
import care.vestibule.process.ProcessMessage;
import care.vestibule.process.ProcessVariable;
import care.vestibule.process.ProcessVariables;
import java.time.Duration;
import java.util.UUID;

/** Somebody with an older link asked for another one, which has this generation. */
record FreshLinkWanted(InvitationId invitation, int generation) {

  EngineMessage message() {
    var request = UUID.randomUUID();
    return new EngineMessage(
        ProcessMessage.FRESH_LINK_WANTED,
        invitation.value(),
        "fresh:" + request,
        Duration.ofMinutes(1),
        ProcessVariables.none()
            .with(ProcessVariable.REQUEST_ID, request)
            .with(ProcessVariable.GENERATION, generation));
  }
}
