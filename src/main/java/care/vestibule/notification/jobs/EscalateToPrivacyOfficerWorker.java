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
@Handles(JobType.ESCALATE_TO_PRIVACY_OFFICER)
final class EscalateToPrivacyOfficerWorker
    implements JobWorker<EscalateToPrivacyOfficerWorker.Input, JobWorker.Nothing> {

  private final Nudges nudges;

  EscalateToPrivacyOfficerWorker(Nudges nudges) {
    this.nudges = nudges;
  }

  @Override
  public Nothing work(Input input) {
    nudges.tellPrivacyOfficer(new NotificationId(input.notificationId()));
    return new Nothing();
  }

  record Input(UUID notificationId) {}
}
