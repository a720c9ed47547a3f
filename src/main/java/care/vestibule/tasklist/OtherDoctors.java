package care.vestibule.tasklist;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.sharing.SharePreviews;
import care.vestibule.sharing.SharingReport;
import care.vestibule.sharing.SharingReports;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sums up what the other doctors hold of a patient and have shared; needs a transaction. */
@Component
class OtherDoctors {

  private final AccessRequests notifications;
  private final HealthcareProfessionals professionals;
  private final SharePreviews previews;
  private final SharingReports reports;

  OtherDoctors(
      AccessRequests notifications,
      HealthcareProfessionals professionals,
      SharePreviews previews,
      SharingReports reports) {
    this.notifications = notifications;
    this.professionals = professionals;
    this.previews = previews;
    this.reports = reports;
  }

  List<OtherDoctor> of(AccessRequest request) {
    return notifications.ofInvitation(request.invitation()).stream()
        .filter(one -> one.key().equals(request.key()) && !one.hcp().equals(request.hcp()))
        .map(this::other)
        .toList();
  }

  private OtherDoctor other(AccessRequest one) {
    var held = previews.of(one, one.hcp());
    var report = reports.inAll(one.id());
    return new OtherDoctor(
        professionals.find(one.hcp()).map(HealthcareProfessional::displayName).orElse(""),
        state(one, report),
        held.dataSamples() + held.healthcareElements() + held.patientRecords(),
        report.map(SharingReport::modified).orElse(0));
  }

  private OtherDoctor.State state(AccessRequest one, Optional<SharingReport> report) {
    if (one.problem().isPresent()) {
      return OtherDoctor.State.BLOCKED;
    }
    return switch (one.status()) {
      case COMPLETED ->
          report.filter(SharingReport::isAllHeldBack).isPresent()
              ? OtherDoctor.State.HELD_BACK
              : OtherDoctor.State.SHARED;
      case CANCELLED -> OtherDoctor.State.DECLINED;
      case PENDING, ONGOING ->
          notifications.decisionOn(one.id()).isPresent()
              ? OtherDoctor.State.BEING_SHARED
              : OtherDoctor.State.WAITING;
    };
  }
}
