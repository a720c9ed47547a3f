package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.CancelReason;
import care.vestibule.accessrequest.decision.Decision;
import care.vestibule.accessrequest.hold.HoldBackSummary;
import care.vestibule.accessrequest.hold.HoldBackTable;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.PatientId;
import care.vestibule.sharing.HcpShareProgress.State;
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

  private final AccessRequests notifications;
  private final HealthcareProfessionals professionals;
  private final ShareRevocations revocations;
  private final SharingReports reports;
  private final HoldBackTable holds;

  SharingProgress(
      AccessRequests notifications,
      HealthcareProfessionals professionals,
      ShareRevocations revocations,
      SharingReports reports,
      HoldBackTable holds) {
    this.notifications = notifications;
    this.professionals = professionals;
    this.revocations = revocations;
    this.reports = reports;
    this.holds = holds;
  }

  /** One entry per doctor, in the order in which they were first asked. */
  public List<HcpShareProgress> of(PatientId patient) {
    var latest = new LinkedHashMap<HcpId, AccessRequest>();
    // Asked again after a key change or a second invitation: only the last question counts.
    notifications.ofPatient(patient).forEach(asked -> latest.put(asked.hcp(), asked));
    var notes = holds.notes(patient);
    return latest.values().stream().map(asked -> part(asked, notes, latest.keySet())).toList();
  }

  private HcpShareProgress part(AccessRequest asked, List<HoldBackSummary> notes, Set<HcpId> all) {
    var decision = notifications.decisionOn(asked.id());
    // A deputy who was not asked holds back under the name of the one who was.
    var deputy = decision.map(Decision::doctor).filter(doctor -> !all.contains(doctor));
    return new HcpShareProgress(
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

  private HcpShareProgress.Held held(HoldBackSummary note) {
    return new HcpShareProgress.Held(
        nameOf(note.doctor()), note.records(), note.reason(), note.lastDay());
  }

  private String nameOf(HcpId doctor) {
    return professionals.find(doctor).map(HealthcareProfessional::displayName).orElseThrow();
  }

  private State state(AccessRequest asked, Optional<Decision> decision) {
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

  private State completed(AccessRequest asked) {
    if (revocations.of(asked.id()).isPresent()) {
      return State.TAKEN_BACK;
    }
    return reports.inAll(asked.id()).filter(SharingReport::isAllHeldBack).isPresent()
        ? State.HELD_BACK
        : State.SHARED;
  }
}
