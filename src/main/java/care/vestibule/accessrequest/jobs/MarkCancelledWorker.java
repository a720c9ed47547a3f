package care.vestibule.accessrequest.jobs;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.CancelReason;
import care.vestibule.accessrequest.ShareOutcome;
import care.vestibule.accessrequest.StatusChanges;
import care.vestibule.process.ForJobType;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
@OnlyIn(Zone.AGENT)
@ForJobType(JobType.MARK_CANCELLED)
final class MarkCancelledWorker
    implements JobWorker<MarkCancelledWorker.Input, MarkCancelledWorker.Output> {

  private final StatusChanges transitions;

  MarkCancelledWorker(StatusChanges transitions) {
    this.transitions = transitions;
  }

  @Override
  public Output work(Input input) {
    transitions.cancel(
        new AccessRequestId(input.notificationId()), input.cancelReason(), "process");
    return new Output(
        input.cancelReason() == CancelReason.KEY_REJECTED
            ? ShareOutcome.KEY_REJECTED
            : ShareOutcome.DECLINED);
  }

  record Input(UUID notificationId, CancelReason cancelReason) {}

  record Output(ShareOutcome shareOutcome) {}
}
