package care.vestibule.invitation;

import care.vestibule.directory.Patient;
import care.vestibule.directory.Patients;
import care.vestibule.process.EngineMessage;
import care.vestibule.process.Outbox;
import care.vestibule.process.ProcessMessage;
import care.vestibule.process.ProcessVariable;
import care.vestibule.process.ProcessVariables;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What the process is told about an invitation, each within the transaction that made it true.
 *
 * <p>The process of a new key begins when the key is there: until then the one of the first
 * invitation may still live, and the engine lets one live for each patient.
 */
@Component
public class InvitationProcess {

  private final Outbox outbox;
  private final InvitationReader stored;
  private final LinkRequests links;
  private final Patients patients;
  private final InvitationProperties properties;

  InvitationProcess(
      Outbox outbox,
      InvitationReader stored,
      LinkRequests links,
      Patients patients,
      InvitationProperties properties) {
    this.outbox = outbox;
    this.stored = stored;
    this.links = links;
    this.patients = patients;
    this.properties = properties;
  }

  void requested(Invitation invitation, Patient patient) {
    switch (invitation.purpose()) {
      case NEW_USER ->
          start(
              ProcessMessage.INVITATION_REQUESTED,
              invitation,
              patient,
              "invitation:" + invitation.id());
      case NEW_KEY -> links.order(invitation.clinic(), invitation.id());
    }
  }

  public void loggedIn(Invitation invitation) {
    switch (invitation.purpose()) {
      case NEW_USER ->
          publish(
              ProcessMessage.PATIENT_LOGGED_IN,
              invitation.id().value(),
              "login:" + invitation.id(),
              Duration.ofDays(30),
              ProcessVariables.none());
      case NEW_KEY ->
          start(
              ProcessMessage.KEY_CHANGED,
              invitation,
              patients.find(invitation.patient()).orElseThrow(),
              "key:" + invitation.id());
    }
  }

  public void freshLinkRequested(Invitation invitation, int generation) {
    switch (invitation.purpose()) {
      case NEW_USER -> {
        var request = UUID.randomUUID();
        publish(
            ProcessMessage.FRESH_LINK_REQUESTED,
            invitation.id().value(),
            "fresh:" + request,
            Duration.ofMinutes(1),
            ProcessVariables.none()
                .with(ProcessVariable.REQUEST_ID, request)
                .with(ProcessVariable.GENERATION, generation));
      }
      case NEW_KEY -> links.order(invitation.clinic(), invitation.id());
    }
  }

  /**
   * No message with the present link has arrived.
   *
   * @param how by which channel, or another word that tells two failures of one link apart
   */
  public void deliveryFailed(Invitation invitation, String how) {
    switch (invitation.purpose()) {
      case NEW_USER ->
          publish(
              ProcessMessage.DELIVERY_FAILED,
              invitation.id().value(),
              "undelivered:" + invitation.id() + ":" + invitation.generation() + ":" + how,
              Duration.ofHours(1),
              ProcessVariables.none());
      case NEW_KEY -> links.order(invitation.clinic(), invitation.id());
    }
  }

  void withdrawn(InvitationId invitation, boolean revokeShares) {
    publish(
        ProcessMessage.WITHDRAWN,
        invitation.value(),
        "withdrawn:" + invitation,
        Duration.ofHours(1),
        ProcessVariables.none().with(ProcessVariable.REVOKE_SHARES, revokeShares));
  }

  void contactFixed(InvitationId id, boolean corrected) {
    var invitation = stored.find(id).orElseThrow();
    switch (invitation.purpose()) {
      case NEW_USER ->
          outbox.completeUserTask(
              id.value(),
              ProcessVariables.none().with(ProcessVariable.CONTACT_CORRECTED, corrected));
      case NEW_KEY -> {
        if (corrected) {
          links.order(invitation.clinic(), invitation.id());
        }
      }
    }
  }

  private void start(ProcessMessage how, Invitation invitation, Patient patient, String messageId) {
    publish(
        how,
        patient.ref(),
        messageId,
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

  private void publish(
      ProcessMessage name,
      UUID correlationKey,
      String messageId,
      Duration timeToLive,
      ProcessVariables variables) {
    outbox.publish(new EngineMessage(name, correlationKey, messageId, timeToLive, variables));
  }
}
