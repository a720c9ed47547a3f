package care.vestibule.invitation.jobs;

import care.vestibule.invitation.InvitationEnds;
import care.vestibule.invitation.InvitationId;
import care.vestibule.process.Handles;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends an invitation whose time is up, unless the patient was faster. */
@Component
@Handles(JobType.EXPIRE_INVITATION)
class ExpireInvitationWorker
    implements JobWorker<ExpireInvitationWorker.Input, ExpireInvitationWorker.Output> {

  private final InvitationEnds ends;

  ExpireInvitationWorker(InvitationEnds ends) {
    this.ends = ends;
  }

  @Override
  public Output work(Input input) {
    return new Output(ends.expire(new InvitationId(input.invitationId())));
  }

  record Input(UUID invitationId) {}

  record Output(boolean alreadyAccepted) {}
}
