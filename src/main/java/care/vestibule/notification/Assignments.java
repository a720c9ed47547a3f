package care.vestibule.notification;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Hands requests from one doctor to another of the same deputy group. */
@Component
public final class Assignments {

  private final Answerable answerable;
  private final HealthcareProfessionals professionals;
  private final Refusals refusals;

  Assignments(Answerable answerable, HealthcareProfessionals professionals, Refusals refusals) {
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
  public Notification assign(NotificationId id, Actor.Doctor doctor, HcpId colleague) {
    return refusals.recording(
        id,
        doctor,
        NotificationStatus.PENDING,
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
  public Notification handOver(NotificationId id, Actor.Operations operations, HcpId colleague) {
    var locked = answerable.lockUndecided(id, operations.clinic());
    requireColleague(locked, colleague);
    return answerable.assign(locked, operations, colleague);
  }

  private void requireColleague(Notification asked, HcpId colleague) {
    var group = professionals.find(asked.hcp()).orElseThrow().deputyGroup();
    if (professionals
        .find(colleague)
        .filter(found -> found.deputyGroup().equals(group))
        .isEmpty()) {
      throw noColleague();
    }
  }

  private static Problem noColleague() {
    return new Problem(
        HttpStatus.BAD_REQUEST, "no-colleague", "This request can not be handed to that person.");
  }
}
