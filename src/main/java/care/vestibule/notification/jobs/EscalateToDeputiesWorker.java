package care.vestibule.notification.jobs;

import care.vestibule.notification.NotificationId;
import care.vestibule.notification.Nudges;
import care.vestibule.process.Handles;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
@OnlyIn(Zone.AGENT)
@Handles(JobType.ESCALATE_TO_DEPUTIES)
final class EscalateToDeputiesWorker
    implements JobWorker<EscalateToDeputiesWorker.Input, JobWorker.Nothing> {

  private final Nudges nudges;

  EscalateToDeputiesWorker(Nudges nudges) {
    this.nudges = nudges;
  }

  @Override
  public Nothing work(Input input) {
    nudges.openToDeputies(new NotificationId(input.notificationId()));
    return new Nothing();
  }

  record Input(UUID notificationId) {}
}
