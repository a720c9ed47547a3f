package care.vestibule.invitation.engine;

import care.vestibule.invitation.InvitationId;
import care.vestibule.process.EngineMessage;
import care.vestibule.process.ProcessMessage;
import care.vestibule.process.ProcessVariables;
import java.time.Duration;
import java.util.UUID;

/** A patient has a new key: starts a process, or makes the present one ask again. */
record KeyChanged(InvitationId invitation, UUID patientRef) {

  EngineMessage message(ProcessVariables variables) {
    return new EngineMessage(
        ProcessMessage.KEY_CHANGED,
        patientRef,
        "key:" + invitation,
        Duration.ofHours(1),
        variables);
  }
}
