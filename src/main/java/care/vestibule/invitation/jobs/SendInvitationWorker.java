package care.vestibule.invitation.jobs;

import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationPost;
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

  SendInvitationWorker(InvitationPost post) {
    this.post = post;
  }

  @Override
  public Nothing work(Input input) {
    post.sendInvitation(new InvitationId(input.invitationId()));
    return new Nothing();
  }

  record Input(UUID invitationId) {}
}
