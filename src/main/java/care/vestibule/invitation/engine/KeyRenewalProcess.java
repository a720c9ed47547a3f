package care.vestibule.invitation.engine;

import care.vestibule.directory.Patient;
import care.vestibule.directory.Patients;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.LinkRequests;
import care.vestibule.process.Outbox;
import org.springframework.stereotype.Component;

/**
 * A new key for a patient who is a user already.
 *
 * <p>Its process begins when the key is there: until then the one of the first invitation may still
 * live, and the engine lets one live for each patient. Links are sent beside the process.
 */
@Component
final class KeyRenewalProcess implements InvitationProcess {

  private final Outbox outbox;
  private final ProcessStart start;
  private final LinkRequests links;
  private final Patients patients;

  KeyRenewalProcess(Outbox outbox, ProcessStart start, LinkRequests links, Patients patients) {
    this.outbox = outbox;
    this.start = start;
    this.links = links;
    this.patients = patients;
  }

  @Override
  public void requested(Invitation invitation, Patient patient) {
    sendLink(invitation);
  }

  @Override
  public void loggedIn(Invitation invitation) {
    var patient = patients.find(invitation.patient()).orElseThrow();
    outbox.publish(
        new KeyChanged(invitation.id(), patient.ref())
            .message(start.variables(invitation, patient)));
  }

  @Override
  public void freshLinkWanted(Invitation invitation, int generation) {
    sendLink(invitation);
  }

  @Override
  public void messageBounced(Invitation invitation, String how) {
    sendLink(invitation);
  }

  @Override
  public void contactFixed(Invitation invitation, boolean corrected) {
    if (corrected) {
      sendLink(invitation);
    }
  }

  private void sendLink(Invitation invitation) {
    links.order(invitation.clinic(), invitation.id());
  }
}
