package care.vestibule.tasklist;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.Patients;
import care.vestibule.directory.PublicKeys;
import care.vestibule.identity.Actor;
import care.vestibule.notification.Decision;
import care.vestibule.notification.Inbox;
import care.vestibule.notification.Notification;
import care.vestibule.notification.NotificationFilter;
import care.vestibule.notification.NotificationId;
import care.vestibule.notification.NotificationStatus;
import care.vestibule.notification.Notifications;
import care.vestibule.sharing.SharePreviews;
import care.vestibule.sharing.ShareRevocations;
import care.vestibule.sharing.SharingReports;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests of one doctor, joined with what they are about. */
@Component
@Transactional(readOnly = true)
public class Tasks {

  private static final Set<NotificationStatus> OPEN =
      EnumSet.of(NotificationStatus.PENDING, NotificationStatus.ONGOING);

  private final Inbox inbox;
  private final Notifications notifications;
  private final Patients patients;
  private final HealthcareProfessionals professionals;
  private final PublicKeys keys;
  private final SharePreviews previews;
  private final SharingReports reports;
  private final ShareRevocations revocations;

  Tasks(
      Inbox inbox,
      Notifications notifications,
      Patients patients,
      HealthcareProfessionals professionals,
      PublicKeys keys,
      SharePreviews previews,
      SharingReports reports,
      ShareRevocations revocations) {
    this.inbox = inbox;
    this.notifications = notifications;
    this.patients = patients;
    this.professionals = professionals;
    this.keys = keys;
    this.previews = previews;
    this.reports = reports;
    this.revocations = revocations;
  }

  /** The doctor's requests; of each half the first 200. */
  public TaskList of(Actor.Doctor doctor) {
    return new TaskList(
        rows(doctor, OPEN), rows(doctor, EnumSet.complementOf(EnumSet.copyOf(OPEN))));
  }

  /** One request in full, if it is one of the doctor's. */
  public Optional<TaskDetail> find(Actor.Doctor doctor, NotificationId id) {
    return inbox.find(doctor.hcp(), id).map(found -> detail(found, doctor.hcp()));
  }

  private List<TaskRow> rows(Actor.Doctor doctor, Set<NotificationStatus> statuses) {
    return inbox.search(doctor.hcp(), NotificationFilter.in(statuses)).notifications().stream()
        .map(
            found ->
                new TaskRow(
                    found.id(),
                    patient(found.responsible()).displayName(),
                    found.created(),
                    found.status()))
        .toList();
  }

  private TaskDetail detail(Notification found, HcpId doctor) {
    var patient = patient(found.responsible());
    var decision = notifications.decisionOn(found.id());
    return new TaskDetail(
        found.id(),
        patient.displayName(),
        patient.birthDate(),
        found.created(),
        found.modified(),
        found.status(),
        found.isOpen() && decision.isEmpty(),
        keys.activeOf(patient.id().value()).map(key -> key.key().fingerprint()),
        previews.of(found, doctor),
        decision.map(this::answer),
        reports.of(found.id()),
        revocations.of(found.id()));
  }

  private Answer answer(Decision decision) {
    return new Answer(
        decision.approved(),
        nameOf(decision.doctor()),
        decision.at(),
        decision.verification(),
        decision.reason());
  }

  private String nameOf(HcpId doctor) {
    return professionals.find(doctor).map(HealthcareProfessional::displayName).orElse("");
  }

  private Patient patient(PatientId id) {
    return patients.find(id).orElseThrow();
  }
}
