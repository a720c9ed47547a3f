package care.vestibule.accessrequest;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.ClinicId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One professional being asked for one thing.
 *
 * @param author the user who asks
 * @param responsible the patient on whose behalf it is asked
 * @param hcp the professional who is asked
 * @param invitation what made the patient a user
 * @param key the id of the patient's key the question is about, 32 hex digits
 * @param handler who is on it: the professional asked, or a deputy who took it over
 * @param openToDeputies whether it was escalated, so that deputies see it and may take it
 * @param reason why it was cancelled
 * @param problem why nobody waits for it
 */
public record AccessRequest(
    AccessRequestId id,
    ClinicId clinic,
    AccessRequestType type,
    AccessRequestStatus status,
    UUID author,
    PatientId responsible,
    HcpId hcp,
    UUID invitation,
    String key,
    Optional<HcpId> handler,
    boolean openToDeputies,
    Optional<CancelReason> reason,
    Optional<AccessRequestProblem> problem,
    Instant created,
    Instant modified) {

  /** Whether an answer is still awaited. */
  public boolean isOpen() {
    return !status.isFinal() && problem.isEmpty();
  }

  /**
   * The same notification in another status.
   *
   * @throws IllegalTransition if the status may not follow this one
   */
  public AccessRequest movedTo(AccessRequestStatus next, Optional<CancelReason> why, Instant now) {
    if (!status.mayBecome(next)) {
      throw new IllegalTransition(status, next);
    }
    return changed(next, handler, openToDeputies, why, problem, now);
  }

  public AccessRequest takenBy(Optional<HcpId> who, Instant now) {
    return changed(status, who, openToDeputies, reason, problem, now);
  }

  AccessRequest openedToDeputies(Instant now) {
    return changed(status, handler, true, reason, problem, now);
  }

  AccessRequest withoutProblem(Instant now) {
    return changed(status, handler, openToDeputies, reason, Optional.empty(), now);
  }

  private AccessRequest changed(
      AccessRequestStatus newStatus,
      Optional<HcpId> newHandler,
      boolean newOpenToDeputies,
      Optional<CancelReason> newReason,
      Optional<AccessRequestProblem> newProblem,
      Instant now) {
    return new AccessRequest(
        id,
        clinic,
        type,
        newStatus,
        author,
        responsible,
        hcp,
        invitation,
        key,
        newHandler,
        newOpenToDeputies,
        newReason,
        newProblem,
        created,
        now);
  }

  /** A notification was asked to move to a status that may not follow the one it is in. */
  public static final class IllegalTransition extends RuntimeException {

    private final AccessRequestStatus from;
    private final AccessRequestStatus to;

    IllegalTransition(AccessRequestStatus from, AccessRequestStatus to) {
      super(from + " may not become " + to);
      this.from = from;
      this.to = to;
    }

    /** The status it is in. */
    public AccessRequestStatus from() {
      return from;
    }

    /** The status that was asked for. */
    public AccessRequestStatus to() {
      return to;
    }
  }
}
