package care.vestibule.notification;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A doctor sets a notification's status by hand, as far as people may. */
@Component
public final class StatusRequests {

  private final Inbox inbox;
  private final Answerable answerable;
  private final Decisions decisions;
  private final Refusals refusals;

  StatusRequests(Inbox inbox, Answerable answerable, Decisions decisions, Refusals refusals) {
    this.inbox = inbox;
    this.answerable = answerable;
    this.decisions = decisions;
    this.refusals = refusals;
  }

  /**
   * Asks for a status.
   *
   * <p>{@code ONGOING} takes the request, {@code PENDING} gives it back, {@code CANCELLED} declines
   * it without a reason. {@code COMPLETED} is what the process sets when the share is done: asked
   * for then it is confirmed, asked for before it is refused, because saying "done" shares nothing.
   *
   * @throws Problem 404 if it is not this doctor's; 409 if the move is not allowed
   */
  public Notification change(NotificationId id, Actor.Doctor doctor, NotificationStatus wanted) {
    return switch (wanted) {
      case ONGOING -> take(id, doctor);
      case PENDING ->
          refusals.recording(
              id, doctor, wanted, () -> answerable.giveBack(answerable.lock(id, doctor), doctor));
      case CANCELLED -> {
        decisions.decline(id, doctor, DeclineReason.OTHER, "");
        yield refusals.recording(id, doctor, wanted, () -> own(id, doctor));
      }
      case COMPLETED -> refusals.recording(id, doctor, wanted, () -> completed(id, doctor));
    };
  }

  /**
   * Takes a request, so that colleagues see who is on it.
   *
   * @throws Problem 404 if it is not this doctor's; 409 if somebody else is on it or it is closed
   */
  public Notification take(NotificationId id, Actor.Doctor doctor) {
    return refusals.recording(
        id,
        doctor,
        NotificationStatus.ONGOING,
        () -> answerable.take(answerable.lock(id, doctor), doctor));
  }

  private Notification completed(NotificationId id, Actor.Doctor doctor) {
    var own = own(id, doctor);
    if (own.status() != NotificationStatus.COMPLETED) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "not-shared-yet",
          "A request is completed by sharing; approve it, and it completes itself.");
    }
    return own;
  }

  private Notification own(NotificationId id, Actor.Doctor doctor) {
    return inbox.get(doctor.hcp(), id);
  }
}
