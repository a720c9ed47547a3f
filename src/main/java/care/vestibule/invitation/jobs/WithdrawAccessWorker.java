package care.vestibule.invitation.jobs;

import care.vestibule.invitation.EndInvitation;
import care.vestibule.invitation.InvitationId;
import care.vestibule.process.ForJobType;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Closes what a withdrawn invitation left open. */
@Component
@ForJobType(JobType.WITHDRAW_ACCESS)
public class WithdrawAccessWorker
    implements JobWorker<WithdrawAccessWorker.Input, JobWorker.Nothing> {

  private final EndInvitation ends;

  WithdrawAccessWorker(EndInvitation ends) {
    this.ends = ends;
  }

  @Override
  public Nothing work(Input input) {
    ends.finishWithdrawal(new InvitationId(input.invitationId()), input.revokeShares());
    return new Nothing();
  }

  public record Input(UUID invitationId, boolean revokeShares) {}
}
