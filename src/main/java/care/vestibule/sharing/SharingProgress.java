package care.vestibule.sharing;

import care.vestibule.directory.HcpId;
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
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was asked to share with a patient, and how far each has come. */
@Component
@Transactional(readOnly = true)
public class SharingProgress {

  private final Notifications notifications;
  private final HealthcareProfessionals professionals;
  private final ShareRevocations revocations;
  private final SharingReports reports;
  private final HoldTable holds;

  SharingProgress(
      Notifications notifications,
      HealthcareProfessionals professionals,
      ShareRevocations revocations,
      SharingReports reports,
      HoldTable holds) {
    this.notifications = notifications;
    this.professionals = professionals;
    this.revocations = revocations;
    this.reports = reports;
    this.holds = holds;
  }

  /** One entry per doctor, in the order in which they were first asked. */
  public List<DoctorsPart> of(PatientId patient) {
    var latest = new LinkedHashMap<HcpId, Notification>();
    // Asked again after a key change or a second invitation: only the last question counts.
    notifications.ofPatient(patient).forEach(asked -> latest.put(asked.hcp(), asked));
    var notes = holds.notes(patient);
    return latest.values().stream().map(asked -> part(asked, notes, latest.keySet())).toList();
  }

  private DoctorsPart part(Notification asked, List<HoldNote> notes, Set<HcpId> all) {
    var decision = notifications.decisionOn(asked.id());
    // A deputy who was not asked holds back under the name of the one who was.
    var deputy = decision.map(Decision::doctor).filter(doctor -> !all.contains(doctor));
    return new DoctorsPart(
        asked.hcp(),
        nameOf(asked.hcp()),
        state(asked, decision),
        asked.reason(),
        decision.map(Decision::message).orElse(""),
        asked.modified(),
        notes.stream()
            .filter(one -> one.doctor().equals(deputy.orElse(asked.hcp())))
            .map(this::held)
            .toList());
  }

  private DoctorsPart.Held held(HoldNote note) {
    return new DoctorsPart.Held(
        nameOf(note.doctor()), note.records(), note.reason(), note.lastDay());
  }

  private String nameOf(HcpId doctor) {
    return professionals.find(doctor).map(HealthcareProfessional::displayName).orElseThrow();
  }

  private State state(Notification asked, Optional<Decision> decision) {
    return switch (asked.status()) {
      case COMPLETED -> completed(asked);
      case CANCELLED ->
          asked.reason().filter(CancelReason::isDoctorsOwn).isPresent()
              ? State.DECLINED
              : State.ENDED;
      case PENDING -> asked.problem().isPresent() ? State.UNABLE : State.WAITING;
      case ONGOING -> decision.isPresent() ? State.SHARING : State.TAKEN;
    };
  }

  private State completed(Notification asked) {
    if (revocations.of(asked.id()).isPresent()) {
      return State.TAKEN_BACK;
    }
    return reports.inAll(asked.id()).filter(SharingReport::isAllHeldBack).isPresent()
        ? State.HELD_BACK
        : State.SHARED;
  }
}
