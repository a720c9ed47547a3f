package care.vestibule.accessrequest.jobs;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.Reminders;
import care.vestibule.process.ForJobType;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
@OnlyIn(Zone.AGENT)
@ForJobType(JobType.ESCALATE_TO_DEPUTIES)
final class EscalateToDeputiesWorker
    implements JobWorker<EscalateToDeputiesWorker.Input, JobWorker.Nothing> {

  private final Reminders nudges;

  EscalateToDeputiesWorker(Reminders nudges) {
    this.nudges = nudges;
  }

  @Override
  public Nothing work(Input input) {
    nudges.openToDeputies(new AccessRequestId(input.notificationId()));
    return new Nothing();
  }

  record Input(UUID notificationId) {}
}
