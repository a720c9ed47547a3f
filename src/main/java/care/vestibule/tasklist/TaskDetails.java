package care.vestibule.tasklist;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.decision.Decision;
import care.vestibule.accessrequest.decision.DeclineReason;
import care.vestibule.accessrequest.decision.KeyVerification;
import care.vestibule.accessrequest.hold.HoldableRecords;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Patients;
import care.vestibule.directory.PublicKeys;
import care.vestibule.identity.Actor;
import care.vestibule.sharing.SharePreviews;
import care.vestibule.sharing.ShareRevocations;
import care.vestibule.sharing.SharingReports;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together one request in full; needs a transaction around it. */
@Component
class TaskDetails {

  private final AccessRequests notifications;
  private final Patients patients;
  private final HealthcareProfessionals professionals;
  private final PublicKeys keys;
  private final SharePreviews previews;
  private final SharingReports reports;
  private final ShareRevocations revocations;
  private final HoldableRecords holdable;
  private final Clinics clinics;
  private final TaskContexts contexts;

  TaskDetails(
      AccessRequests notifications,
      Patients patients,
      HealthcareProfessionals professionals,
      PublicKeys keys,
      SharePreviews previews,
      SharingReports reports,
      ShareRevocations revocations,
      HoldableRecords holdable,
      Clinics clinics,
      TaskContexts contexts) {
    this.notifications = notifications;
    this.patients = patients;
    this.professionals = professionals;
    this.keys = keys;
    this.previews = previews;
    this.reports = reports;
    this.revocations = revocations;
    this.holdable = holdable;
    this.clinics = clinics;
    this.contexts = contexts;
  }

  TaskDetail of(AccessRequest request, Actor.Doctor doctor, TaskRow row) {
    var patient = patients.find(request.responsible()).orElseThrow();
    return new TaskDetail(
        row,
        request.status(),
        patient.identifiers(),
        keys.activeOf(patient.id().value()).map(key -> key.key().fingerprint()),
        previews.of(request, doctor.hcp()),
        notifications.decisionOn(request.id()).map(this::answer),
        reports.inAll(request.id()),
        revocations.of(request.id()),
        holdable.chosen(request, doctor.hcp()),
        holdable.heldBack(request.responsible(), doctor.hcp()),
        clinics.find(doctor.clinic()).filter(Clinic::verifiedKeys).isPresent(),
        contexts.of(request));
  }

  private GivenDecision answer(Decision decision) {
    return new GivenDecision(
        decision.approved(),
        professionals.find(decision.doctor()).map(HealthcareProfessional::displayName).orElse(""),
        decision.at(),
        decision.verification(),
        decision.reason());
  }

  /**
   * What was answered.
   *
   * @param by the name of the doctor who answered
   * @param verification how sure the doctor was of the key
   * @param reason why not; empty when approved
   */
  public record GivenDecision(
      boolean approved,
      String by,
      Instant at,
      KeyVerification verification,
      Optional<DeclineReason> reason) {}
}
