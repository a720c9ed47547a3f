package care.vestibule.sharing.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.VisibleAccessRequests;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.sharing.SharingReport;
import care.vestibule.sharing.SharingReports;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What came of an approved request. */
@RestController
@OnlyIn(Zone.PORTAL)
class ReportsApi {

  private final VisibleAccessRequests visible;
  private final SharingReports reports;

  ReportsApi(VisibleAccessRequests visible, SharingReports reports) {
    this.visible = visible;
    this.reports = reports;
  }

  @GetMapping("/api/v1/notifications/{id}/report")
  @Operation(summary = "The report of the share, once it has ended")
  ReportView report(Actor actor, @PathVariable UUID id) {
    var seen = visible.get(actor, new AccessRequestId(id));
    return reports.inAll(seen.id()).map(ReportView::of).orElseThrow(ReportsApi::noneYet);
  }

  private static Problem noneYet() {
    return new Problem(Problem.Kind.NOT_FOUND, "no-report-yet");
  }

  /**
   * A sharing report in the shape the MedTech SDK's users know; a missing error is null, not left
   * out.
   */
  record ReportView(UUID patient, Statuses statuses) {

    static ReportView of(SharingReport report) {
      return new ReportView(
          report.patient().value(),
          new Statuses(
              Status.of(report.dataSamples()),
              Status.of(report.healthcareElements()),
              Status.of(report.patientRecord())));
    }

    record Statuses(Status dataSamples, Status healthcareElements, Status patient) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Status(boolean success, @Nullable String error, int modified, int heldBack) {

      static Status of(SharingReport.Part part) {
        // Nothing shared is no success to a reader who knows nothing of holds.
        return part.success() && part.isAllHeldBack()
            ? new Status(false, "HELD_BACK", 0, part.heldBack())
            : new Status(
                part.success(), part.error().orElse(null), part.modified(), part.heldBack());
      }
    }
  }
}
