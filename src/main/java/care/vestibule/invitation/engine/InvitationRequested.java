package care.vestibule.invitation.engine;

import care.vestibule.invitation.InvitationId;
import care.vestibule.process.EngineMessage;
import care.vestibule.process.ProcessMessage;
import care.vestibule.process.ProcessVariables;
import java.time.Duration;
import java.util.UUID;

/** A clinic invited a patient: starts the process, one at a time for each patient. */
record InvitationRequested(InvitationId invitation, UUID patientRef) {

  EngineMessage message(ProcessVariables variables) {
    return new EngineMessage(
        ProcessMessage.INVITATION_REQUESTED,
        patientRef,
        "invitation:" + invitation,
        Duration.ofHours(1),
        variables);
  }
}
