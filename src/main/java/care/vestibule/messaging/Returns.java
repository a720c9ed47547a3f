package care.vestibule.messaging;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Notes how far a message got, and lets the house know of one that came back; each call is in the
 * caller's transaction.
 */
@Component
class Returns {

  private final DeliveryStatuses statuses;
  private final ApplicationEventPublisher events;
  private final AuditLog audit;

  Returns(DeliveryStatuses statuses, ApplicationEventPublisher events, AuditLog audit) {
    this.statuses = statuses;
    this.events = events;
    this.audit = audit;
  }

  void note(UUID message, ReportJudge.Verdict verdict) {
    if (statuses.advance(message, verdict) && verdict.status() == DeliveryStatus.CAME_BACK) {
      audit.record(
          new AuditEvent("agent", "MESSAGE_CAME_BACK", "message:" + message, verdict.code()));
      events.publishEvent(new MessageCameBack(statuses.keyOf(message)));
    }
  }
}
