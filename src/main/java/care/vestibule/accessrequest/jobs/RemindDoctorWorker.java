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
@ForJobType(JobType.REMIND_DOCTOR)
final class RemindDoctorWorker implements JobWorker<RemindDoctorWorker.Input, JobWorker.Nothing> {

  private final Reminders nudges;

  RemindDoctorWorker(Reminders nudges) {
    this.nudges = nudges;
  }

  @Override
  public Nothing work(Input input) {
    nudges.remind(new AccessRequestId(input.notificationId()));
    return new Nothing();
  }

  record Input(UUID notificationId) {}
}
