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
@ForJobType(JobType.ESCALATE_TO_PRIVACY_OFFICER)
final class EscalateToPrivacyOfficerWorker
    implements JobWorker<EscalateToPrivacyOfficerWorker.Input, JobWorker.Nothing> {

  private final Reminders nudges;

  EscalateToPrivacyOfficerWorker(Reminders nudges) {
    this.nudges = nudges;
  }

  @Override
  public Nothing work(Input input) {
    nudges.tellPrivacyOfficer(new AccessRequestId(input.notificationId()));
    return new Nothing();
  }

  record Input(UUID notificationId) {}
}
