package care.vestibule.sharing;

import care.vestibule.notification.Notifications;
import care.vestibule.notification.RecordGrown;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Has patients told of what became readable without a process that would tell them. */
@Component
class GrownRecords {

  private final ShareRuns runs;
  private final Notifications notifications;
  private final ApplicationEventPublisher events;

  GrownRecords(ShareRuns runs, Notifications notifications, ApplicationEventPublisher events) {
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
      events.publishEvent(new RecordGrown(asked.invitation()));
    }
  }
}
