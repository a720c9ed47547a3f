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
@Handles(JobType.MARK_COMPLETED)
final class MarkCompletedWorker implements JobWorker<MarkCompletedWorker.Input, JobWorker.Nothing> {

  private final Transitions transitions;

  MarkCompletedWorker(Transitions transitions) {
    this.transitions = transitions;
  }

  @Override
  public Nothing work(Input input) {
    // Withdrawn in the meantime: it stays cancelled, and the history says that this was tried.
    transitions.move(
        new NotificationId(input.notificationId()), NotificationStatus.COMPLETED, "process");
    return new Nothing();
  }

  record Input(UUID notificationId) {}
}
