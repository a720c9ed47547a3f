package care.vestibule.accessrequest.decision;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.process.ProcessVariable;
import care.vestibule.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** A doctor declines an access request: nothing is shared, and the patient is told why. */
@Component
public final class DeclineAccess {

  private final DecisionRights rights;
  private final RecordedDecisions decisions;
  private final RecordedRefusals refusals;

  DeclineAccess(DecisionRights rights, RecordedDecisions decisions, RecordedRefusals refusals) {
    this.rights = rights;
    this.decisions = decisions;
    this.refusals = refusals;
  }

  /**
   * Declines.
   *
   * @param message the doctor's words to the patient, at most 500 characters; may be empty
   * @throws Problem 404 if it is not this doctor's; 409 {@code already-decided}, {@code taken},
   *     {@code closed} or {@code no-key}; 400 {@code message-too-long}
   */
  public Decision decline(
      AccessRequestId id, Actor.Doctor doctor, DeclineReason reason, String message) {
    return refusals.recording(
        id,
        doctor,
        AccessRequestStatus.CANCELLED,
        () -> {
          var request = rights.lock(id, doctor);
          var words = CommentText.tamed(message);
          var now = rights.decline(request, doctor, reason.asCancelReason());
          var decision = Decision.refusal(request, doctor.hcp(), reason, words, now);
          var answer =
              ProcessVariables.none()
                  .with(ProcessVariable.APPROVED, false)
                  .with(ProcessVariable.CANCEL_REASON, reason);
          decisions.record(decision, doctor, answer, "ACCESS_DECLINED", reason.name());
          return decision;
        });
  }
}
