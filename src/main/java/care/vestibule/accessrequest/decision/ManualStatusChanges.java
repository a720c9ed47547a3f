package care.vestibule.accessrequest.decision;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.HcpAccessRequests;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import org.springframework.stereotype.Component;

/** A doctor sets a notification's status by hand, as far as people may. */
@Component
public final class ManualStatusChanges {

  private final HcpAccessRequests inbox;
  private final DecisionRights answerable;
  private final DeclineAccess declining;
  private final RecordedRefusals refusals;

  ManualStatusChanges(
      HcpAccessRequests inbox,
      DecisionRights answerable,
      DeclineAccess declining,
      RecordedRefusals refusals) {
    this.inbox = inbox;
    this.answerable = answerable;
    this.declining = declining;
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
  public AccessRequest change(AccessRequestId id, Actor.Doctor doctor, AccessRequestStatus wanted) {
    return switch (wanted) {
      case ONGOING -> take(id, doctor);
      case PENDING ->
          refusals.recording(
              id, doctor, wanted, () -> answerable.giveBack(answerable.lock(id, doctor), doctor));
      case CANCELLED -> {
        declining.decline(id, doctor, DeclineReason.OTHER, "");
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
  public AccessRequest take(AccessRequestId id, Actor.Doctor doctor) {
    return refusals.recording(
        id,
        doctor,
        AccessRequestStatus.ONGOING,
        () -> answerable.take(answerable.lock(id, doctor), doctor));
  }

  private AccessRequest completed(AccessRequestId id, Actor.Doctor doctor) {
    var own = own(id, doctor);
    if (own.status() != AccessRequestStatus.COMPLETED) {
      throw new Problem(Problem.Kind.CONFLICT, "not-shared-yet");
    }
    return own;
  }

  private AccessRequest own(AccessRequestId id, Actor.Doctor doctor) {
    return inbox.get(doctor.hcp(), id);
  }
}
