package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.RecordsAdded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Has patients told of what became readable without a process that would tell them. */
@Component
class NewlySharedRecords {

  private final ShareRuns runs;
  private final AccessRequests notifications;
  private final ApplicationEventPublisher events;

  NewlySharedRecords(
      ShareRuns runs, AccessRequests notifications, ApplicationEventPublisher events) {
    this.runs = runs;
    this.notifications = notifications;
    this.events = events;
  }

  /**
   * Tells of what the share made readable and nobody told of yet, if that is anything; needs the
   * transaction around it that ends the share.
   */
  void tell(ShareRun run) {
    if (runs.tell(run)) {
      var asked = notifications.find(run.notification()).orElseThrow();
      events.publishEvent(new RecordsAdded(asked.invitation()));
    }
  }
}
