package care.vestibule.invitation.jobs;

import care.vestibule.invitation.EndInvitation;
import care.vestibule.invitation.InvitationId;
import care.vestibule.process.ForJobType;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends an invitation whose time is up, unless the patient was faster. */
@Component
@ForJobType(JobType.EXPIRE_INVITATION)
public class ExpireInvitationWorker
    implements JobWorker<ExpireInvitationWorker.Input, ExpireInvitationWorker.Output> {

  private final EndInvitation ends;

  ExpireInvitationWorker(EndInvitation ends) {
    this.ends = ends;
  }

  @Override
  public Output work(Input input) {
    return new Output(ends.expire(new InvitationId(input.invitationId())));
  }

  public record Input(UUID invitationId) {}

  public record Output(boolean alreadyAccepted) {}
}
