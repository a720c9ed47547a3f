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

/** Sends the newest link, which the request made when it ended the one before. */
@Component
@OnlyIn(Zone.AGENT)
@Handles(value = JobType.SEND_FRESH_LINK, transactional = false)
class SendFreshLinkWorker implements JobWorker<SendFreshLinkWorker.Input, JobWorker.Nothing> {

  private final InvitationPost post;

  SendFreshLinkWorker(InvitationPost post) {
    this.post = post;
  }

  @Override
  public Nothing work(Input input) {
    post.sendFreshLink(new InvitationId(input.invitationId()));
    return new Nothing();
  }

  record Input(UUID invitationId) {}
}
