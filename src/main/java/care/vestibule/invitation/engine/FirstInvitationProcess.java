package care.vestibule.invitation.engine;

import care.vestibule.directory.Patient;
import care.vestibule.invitation.Invitation;
import care.vestibule.process.Outbox;
import care.vestibule.process.ProcessVariable;
import care.vestibule.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** A first invitation: its process begins with the request and goes on with each message. */
@Component
final class FirstInvitationProcess implements InvitationProcess {

  private final Outbox outbox;
  private final ProcessStart start;

  FirstInvitationProcess(Outbox outbox, ProcessStart start) {
    this.outbox = outbox;
    this.start = start;
  }

  @Override
  public void requested(Invitation invitation, Patient patient) {
    outbox.publish(
        new InvitationRequested(invitation.id(), patient.ref())
            .message(start.variables(invitation, patient)));
  }

  @Override
  public void loggedIn(Invitation invitation) {
    outbox.publish(new PatientLoggedIn(invitation.id()).message());
  }

  @Override
  public void freshLinkWanted(Invitation invitation, int generation) {
    outbox.publish(new FreshLinkWanted(invitation.id(), generation).message());
  }

  @Override
  public void messageBounced(Invitation invitation, String how) {
    outbox.publish(new MessageBounced(invitation.id(), invitation.generation(), how).message());
  }

  @Override
  public void contactFixed(Invitation invitation, boolean corrected) {
    outbox.completeUserTask(
        invitation.id().value(),
        ProcessVariables.none().with(ProcessVariable.CONTACT_CORRECTED, corrected));
  }
}
