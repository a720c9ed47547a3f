package care.vestibule.monitoring.processes;

import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.ListedInvitations;
import care.vestibule.messaging.delivery.MessageHistory;
import care.vestibule.messaging.delivery.SentMessage;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to the patient of a process, and what became of it. */
@Component
@Transactional(readOnly = true)
public class PatientMessages {

  private final ListedInvitations invitations;
  private final MessageHistory messages;

  PatientMessages(ListedInvitations invitations, MessageHistory messages) {
    this.invitations = invitations;
    this.messages = messages;
  }

  /** The messages about the invitation of a process and about its codes, the newest first. */
  public List<SentMessage> of(ProcessInstance process) {
    return process
        .invitation()
        .map(id -> messages.of(invitations.messageSubjects(new InvitationId(id))))
        .orElse(List.of());
  }
}
