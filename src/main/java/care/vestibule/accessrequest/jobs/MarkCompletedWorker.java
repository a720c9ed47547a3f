package care.vestibule.accessrequest.jobs;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
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
@ForJobType(JobType.MARK_COMPLETED)
final class MarkCompletedWorker implements JobWorker<MarkCompletedWorker.Input, JobWorker.Nothing> {

  private final StatusChanges transitions;

  MarkCompletedWorker(StatusChanges transitions) {
    this.transitions = transitions;
  }

  @Override
  public Nothing work(Input input) {
    // Withdrawn in the meantime: it stays cancelled, and the history says that this was tried.
    transitions.move(
        new AccessRequestId(input.notificationId()), AccessRequestStatus.COMPLETED, "process");
    return new Nothing();
  }

  record Input(UUID notificationId) {}
}
