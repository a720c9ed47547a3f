package care.vestibule.invitation.jobs;

import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationPost;
import care.vestibule.invitation.Postponement;
import care.vestibule.process.Handles;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends the invitation, or says that it can not be delivered. */
@Component
@OnlyIn(Zone.AGENT)
@Handles(value = JobType.SEND_INVITATION, transactional = false)
class SendInvitationWorker implements JobWorker<SendInvitationWorker.Input, JobWorker.Nothing> {

  private final InvitationPost post;
  private final Postponement postponement;

  SendInvitationWorker(InvitationPost post, Postponement postponement) {
    this.post = post;
    this.postponement = postponement;
  }

  @Override
  public Nothing work(Input input) {
    var id = new InvitationId(input.invitationId());
    postponement.sendNowOrLater(id, () -> post.sendInvitation(id));
    return new Nothing();
  }

  record Input(UUID invitationId) {}
}
