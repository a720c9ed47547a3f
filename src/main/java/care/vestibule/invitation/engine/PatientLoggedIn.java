package care.vestibule.invitation.engine;

import care.vestibule.invitation.InvitationId;
import care.vestibule.process.EngineMessage;
import care.vestibule.process.ProcessMessage;
import care.vestibule.process.ProcessVariables;
import java.time.Duration;

/** The patient came in with the link: what the process awaits at {@code await-login}. */
record PatientLoggedIn(InvitationId invitation) {

  EngineMessage message() {
    return new EngineMessage(
        ProcessMessage.PATIENT_LOGGED_IN,
        invitation.value(),
        "login:" + invitation,
        Duration.ofDays(30),
        ProcessVariables.none());
  }
}
