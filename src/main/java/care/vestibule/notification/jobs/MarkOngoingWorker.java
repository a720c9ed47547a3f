package care.vestibule.notification.jobs;

import care.vestibule.notification.NotificationId;
import care.vestibule.notification.NotificationStatus;
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
@Handles(JobType.MARK_ONGOING)
final class MarkOngoingWorker implements JobWorker<MarkOngoingWorker.Input, JobWorker.Nothing> {

  private final Transitions transitions;

  MarkOngoingWorker(Transitions transitions) {
    this.transitions = transitions;
  }

  @Override
  public Nothing work(Input input) {
    // Approving made it ongoing already; this makes sure.
    transitions.move(
        new NotificationId(input.notificationId()), NotificationStatus.ONGOING, "process");
    return new Nothing();
  }

  record Input(UUID notificationId) {}
}
