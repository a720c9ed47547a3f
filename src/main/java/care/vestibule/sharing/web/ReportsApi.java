package care.vestibule.sharing.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.VisibleAccessRequests;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.sharing.SharingReports;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
    return new Problem(HttpStatus.NOT_FOUND, "no-report-yet", "Nothing has been shared yet.");
  }
}
