package care.vestibule.invitation.jobs;

import care.vestibule.invitation.InvitationEnds;
import care.vestibule.invitation.InvitationId;
import care.vestibule.process.Handles;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Closes what a withdrawn invitation left open. */
@Component
@Handles(JobType.WITHDRAW_ACCESS)
class WithdrawAccessWorker implements JobWorker<WithdrawAccessWorker.Input, JobWorker.Nothing> {

  private final InvitationEnds ends;

  WithdrawAccessWorker(InvitationEnds ends) {
    this.ends = ends;
  }

  @Override
  public Nothing work(Input input) {
    ends.finishWithdrawal(new InvitationId(input.invitationId()), input.revokeShares());
    return new Nothing();
  }

  record Input(UUID invitationId, boolean revokeShares) {}
}
