package care.vestibule.correspondence.jobs;

import care.vestibule.correspondence.LinkRetry;
import care.vestibule.correspondence.LinkSender;
import care.vestibule.invitation.InvitationId;
import care.vestibule.process.ForJobType;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends the invitation, or says that it cannot be delivered. */
@Component
@OnlyIn(Zone.AGENT)
@ForJobType(value = JobType.SEND_INVITATION, transactional = false)
class SendInvitationWorker implements JobWorker<SendInvitationWorker.Input, JobWorker.Nothing> {

  private final LinkSender post;
  private final LinkRetry postponement;

  SendInvitationWorker(LinkSender post, LinkRetry postponement) {
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
