package care.vestibule.invitation;

import care.vestibule.directory.Patient;
import care.vestibule.process.EngineMessage;
import care.vestibule.process.Outbox;
import care.vestibule.process.ProcessMessage;
import care.vestibule.process.ProcessVariable;
import care.vestibule.process.ProcessVariables;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the process is told about an invitation, each within the transaction that made it true. */
@Component
class EngineNews {

  private final Outbox outbox;
  private final InvitationProperties properties;

  EngineNews(Outbox outbox, InvitationProperties properties) {
    this.outbox = outbox;
    this.properties = properties;
  }

  void requested(Invitation invitation, Patient patient) {
    publish(
        ProcessMessage.INVITATION_REQUESTED,
        patient.ref(),
        "invitation:" + invitation.id(),
        Duration.ofHours(1),
        ProcessVariables.none()
            .with(ProcessVariable.CLINIC_REF, invitation.clinic().value())
            .with(ProcessVariable.INVITATION_ID, invitation.id().value())
            .with(ProcessVariable.PATIENT_REF, patient.ref())
            .with(ProcessVariable.GENERATION, invitation.generation())
            .with(ProcessVariable.INVITATION_EXPIRES_AT, invitation.expiresAt())
            .with(ProcessVariable.PATIENT_REMINDER_CYCLE, properties.patientReminderCycle())
            .with(ProcessVariable.DOCTOR_REMINDER_CYCLE, properties.doctorReminderCycle())
            .with(ProcessVariable.APPROVAL_DUE_IN, properties.approvalDueIn())
            .with(ProcessVariable.DEPUTIES_AFTER, properties.deputiesAfter())
            .with(ProcessVariable.PRIVACY_OFFICER_AFTER, properties.privacyOfficerAfter()));
  }

  void loggedIn(InvitationId invitation) {
    publish(
        ProcessMessage.PATIENT_LOGGED_IN,
        invitation.value(),
        "login:" + invitation,
        Duration.ofDays(30),
        ProcessVariables.none());
  }

  void freshLinkRequested(InvitationId invitation, int generation) {
    var request = UUID.randomUUID();
    publish(
        ProcessMessage.FRESH_LINK_REQUESTED,
        invitation.value(),
        "fresh:" + request,
        Duration.ofMinutes(1),
        ProcessVariables.none()
            .with(ProcessVariable.REQUEST_ID, request)
            .with(ProcessVariable.GENERATION, generation));
  }

  void deliveryFailed(InvitationId invitation, int generation) {
    publish(
        ProcessMessage.DELIVERY_FAILED,
        invitation.value(),
        "undelivered:" + invitation + ":" + generation,
        Duration.ofHours(1),
        ProcessVariables.none());
  }

  void withdrawn(InvitationId invitation, boolean revokeShares) {
    publish(
        ProcessMessage.WITHDRAWN,
        invitation.value(),
        "withdrawn:" + invitation,
        Duration.ofHours(1),
        ProcessVariables.none().with(ProcessVariable.REVOKE_SHARES, revokeShares));
  }

  void contactFixed(InvitationId invitation, boolean corrected) {
    outbox.completeUserTask(
        invitation.value(),
        ProcessVariables.none().with(ProcessVariable.CONTACT_CORRECTED, corrected));
  }

  private void publish(
      ProcessMessage name,
      UUID correlationKey,
      String messageId,
      Duration timeToLive,
      ProcessVariables variables) {
    outbox.publish(new EngineMessage(name, correlationKey, messageId, timeToLive, variables));
  }
}
