package care.vestibule.notification.jobs;

import care.vestibule.notification.CancelReason;
import care.vestibule.notification.NotificationId;
import care.vestibule.notification.ShareOutcome;
import care.vestibule.notification.Transitions;
import care.vestibule.process.Handles;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
@OnlyIn(Zone.AGENT)
@Handles(JobType.MARK_CANCELLED)
final class MarkCancelledWorker
    implements JobWorker<MarkCancelledWorker.Input, MarkCancelledWorker.Output> {

  private final Transitions transitions;

  MarkCancelledWorker(Transitions transitions) {
    this.transitions = transitions;
  }

  @Override
  public Output work(Input input) {
    transitions.cancel(new NotificationId(input.notificationId()), input.cancelReason(), "process");
    return new Output(
        input.cancelReason() == CancelReason.KEY_REJECTED
            ? ShareOutcome.KEY_REJECTED
            : ShareOutcome.DECLINED);
  }

  record Input(UUID notificationId, CancelReason cancelReason) {}

  record Output(ShareOutcome shareOutcome) {}
}
