package care.vestibule.correspondence.jobs;

import care.vestibule.accessrequest.ShareOutcome;
import care.vestibule.correspondence.OutcomeSender;
import care.vestibule.invitation.HcpAnswers;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationOutcome;
import care.vestibule.process.ForJobType;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the patient what came of it. */
@Component
@OnlyIn(Zone.AGENT)
@ForJobType(value = JobType.TELL_PATIENT, transactional = false)
class TellPatientWorker implements JobWorker<TellPatientWorker.Input, TellPatientWorker.Output> {

  private final OutcomeSender post;
  private final HcpAnswers approvals;

  TellPatientWorker(OutcomeSender post, HcpAnswers approvals) {
    this.post = post;
    this.approvals = approvals;
  }

  @Override
  public Output work(Input input) {
    var invitation = new InvitationId(input.invitationId());
    var outcome =
        input.outcome(approvals.lackSomebody(invitation) || approvals.holdBack(invitation));
    MessageRetry.now(() -> post.tell(invitation, outcome), () -> post.isInTime(invitation));
    return new Output(outcome);
  }

  /**
   * The invitation and what each doctor did.
   *
   * @param shareOutcomes empty if there was nobody to ask
   */
  record Input(UUID invitationId, List<ShareOutcome> shareOutcomes) {

    InvitationOutcome outcome(boolean lacksSomething) {
      var shared = shareOutcomes.stream().filter(ShareOutcome.SHARED::equals).count();
      if (shareOutcomes.isEmpty()) {
        return InvitationOutcome.NOTHING_TO_SHARE;
      }
      if (shared == 0 && !shareOutcomes.contains(ShareOutcome.HELD_BACK)) {
        return InvitationOutcome.ALL_DECLINED;
      }
      return shared == shareOutcomes.size() && !lacksSomething
          ? InvitationOutcome.ALL_SHARED
          : InvitationOutcome.PARTLY_SHARED;
    }
  }

  record Output(InvitationOutcome outcome) {}
}
