package care.vestibule.sharing;

import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.PatientId;
import care.vestibule.notification.CancelReason;
import care.vestibule.notification.Decision;
import care.vestibule.notification.Notification;
import care.vestibule.notification.Notifications;
import care.vestibule.sharing.DoctorsPart.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was asked to share with a patient, and how far each has come. */
@Component
@Transactional(readOnly = true)
public class SharingProgress {

  private final Notifications notifications;
  private final HealthcareProfessionals professionals;
  private final ShareRevocations revocations;

  SharingProgress(
      Notifications notifications,
      HealthcareProfessionals professionals,
      ShareRevocations revocations) {
    this.notifications = notifications;
    this.professionals = professionals;
    this.revocations = revocations;
  }

  /** One entry per doctor, in the order in which they were first asked. */
  public List<DoctorsPart> of(PatientId patient) {
    var latest = new LinkedHashMap<Object, Notification>();
    // Asked again after a key change or a second invitation: only the last question counts.
    notifications.ofPatient(patient).forEach(asked -> latest.put(asked.hcp(), asked));
    return latest.values().stream().map(this::part).toList();
  }

  private DoctorsPart part(Notification asked) {
    var decision = notifications.decisionOn(asked.id());
    return new DoctorsPart(
        asked.hcp(),
        professionals.find(asked.hcp()).map(HealthcareProfessional::displayName).orElseThrow(),
        state(asked, decision),
        asked.reason(),
        decision.map(Decision::message).orElse(""),
        asked.modified());
  }

  private State state(Notification asked, Optional<Decision> decision) {
    return switch (asked.status()) {
      case COMPLETED -> revocations.of(asked.id()).isPresent() ? State.TAKEN_BACK : State.SHARED;
      case CANCELLED ->
          asked.reason().filter(CancelReason::isDoctorsOwn).isPresent()
              ? State.DECLINED
              : State.ENDED;
      case PENDING -> asked.problem().isPresent() ? State.UNABLE : State.WAITING;
      case ONGOING -> decision.isPresent() ? State.SHARING : State.TAKEN;
    };
  }
}
