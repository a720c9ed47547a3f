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
          var group = professionals.find(locked.hcp()).orElseThrow().deputyGroup();
          if (professionals
              .find(colleague)
              .filter(found -> found.deputyGroup().equals(group))
              .isEmpty()) {
            throw noColleague();
          }
          return answerable.assign(locked, doctor, colleague);
        });
  }

  private static Problem noColleague() {
    return new Problem(
        HttpStatus.BAD_REQUEST, "no-colleague", "This request can not be handed to that person.");
  }
}
