package care.vestibule.sharing.jobs;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.ShareOutcome;
import care.vestibule.process.ForJobType;
import care.vestibule.process.Incident;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.sharing.Sharing;
import care.vestibule.sharing.SharingReport;
import care.vestibule.sharing.SharingReports;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.UUID;
import org.springframework.stereotype.Component;

// Not transactional: a large share commits chunk by chunk, and goes on where it was stopped.
@Component
@OnlyIn(Zone.AGENT)
@ForJobType(value = JobType.SHARE_DATA, transactional = false)
final class ShareDataWorker implements JobWorker<ShareDataWorker.Input, ShareDataWorker.Output> {

  private final Sharing sharing;
  private final SharingReports reports;
  private final AccessRequests notifications;

  ShareDataWorker(Sharing sharing, SharingReports reports, AccessRequests notifications) {
    this.sharing = sharing;
    this.reports = reports;
    this.notifications = notifications;
  }

  @Override
  public Output work(Input input) {
    var id = new AccessRequestId(input.notificationId());
    // Idempotency guard: a job that comes again must not replace the report by one that says 0.
    var report = reports.of(id).filter(SharingReport::isComplete).orElseGet(() -> share(id));
    if (!report.isComplete()) {
      throw new Incident("SHARE_INCOMPLETE");
    }
    return new Output(report.isAllHeldBack() ? ShareOutcome.HELD_BACK : ShareOutcome.SHARED);
  }

  private SharingReport share(AccessRequestId id) {
    var asked = notifications.find(id).orElseThrow();
    var decision = notifications.decisionOn(id).orElseThrow(() -> new Incident("APPROVAL_MISSING"));
    return sharing.shareAllDataOf(asked.responsible(), decision.doctor(), id);
  }

  record Input(UUID notificationId) {}

  record Output(ShareOutcome shareOutcome) {}
}
