package care.vestibule.correspondence.jobs;

import care.vestibule.correspondence.LinkSender;
import care.vestibule.invitation.InvitationId;
import care.vestibule.process.ForJobType;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reminds a patient who has not enrolled yet. */
@Component
@OnlyIn(Zone.AGENT)
@ForJobType(value = JobType.SEND_REMINDER, transactional = false)
class SendReminderWorker implements JobWorker<SendReminderWorker.Input, JobWorker.Nothing> {

  private final LinkSender post;

  SendReminderWorker(LinkSender post) {
    this.post = post;
  }

  @Override
  public Nothing work(Input input) {
    var id = new InvitationId(input.invitationId());
    // Once the invitation is over there is nothing to remind of, and nothing is sent.
    MessageRetry.now(() -> post.sendReminder(id, input.interval()), () -> true);
    return new Nothing();
  }

  /**
   * The invitation and its cycle.
   *
   * @param patientReminderCycle such as {@code R3/PT24H}
   */
  record Input(UUID invitationId, String patientReminderCycle) {

    Duration interval() {
      return Duration.parse(patientReminderCycle.substring(patientReminderCycle.indexOf('/') + 1));
    }
  }
}
