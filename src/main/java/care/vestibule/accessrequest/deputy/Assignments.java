package care.vestibule.accessrequest.deputy;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.decision.DecisionRights;
import care.vestibule.accessrequest.decision.RecordedRefusals;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import org.springframework.stereotype.Component;

/** Hands requests from one doctor to another of the same deputy group. */
@Component
public final class Assignments {

  private final DecisionRights answerable;
  private final HealthcareProfessionals professionals;
  private final RecordedRefusals refusals;

  Assignments(
      DecisionRights answerable, HealthcareProfessionals professionals, RecordedRefusals refusals) {
    this.answerable = answerable;
    this.professionals = professionals;
    this.refusals = refusals;
  }

  /**
   * Makes a colleague the one who answers; what is shared then is what the colleague holds.
   *
   * @throws Problem 404 if it is not this doctor's; 409 as for any answer; 400 {@code no-colleague}
   *     if the other is no member of the deputy group
   */
  public AccessRequest assign(AccessRequestId id, Actor.Doctor doctor, HcpId colleague) {
    return refusals.recording(
        id,
        doctor,
        AccessRequestStatus.PENDING,
        () -> {
          var locked = answerable.lock(id, doctor);
          requireColleague(locked, colleague);
          return answerable.assign(locked, doctor, colleague);
        });
  }

  /**
   * Makes a colleague the one who answers, on behalf of the clinic, whoever has it; needs a
   * transaction around it.
   *
   * @throws Problem as {@link #assign} does
   */
  public AccessRequest handOver(AccessRequestId id, Actor.Operations operations, HcpId colleague) {
    var locked = answerable.lockUndecided(id, operations.clinic());
    requireColleague(locked, colleague);
    return answerable.assign(locked, operations, colleague);
  }

  private void requireColleague(AccessRequest asked, HcpId colleague) {
    var group = professionals.find(asked.hcp()).orElseThrow().deputyGroup();
    if (professionals
        .find(colleague)
        .filter(found -> found.deputyGroup().equals(group))
        .isEmpty()) {
      throw noColleague();
    }
  }

  private static Problem noColleague() {
    return new Problem(Problem.Kind.INVALID, "no-colleague");
  }
}
