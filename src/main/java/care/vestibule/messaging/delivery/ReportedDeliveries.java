package care.vestibule.messaging.delivery;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.messaging.MessageReturned;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Notes how far a message got, and lets Vestibule know of one that came back; each call is in the
 * caller's transaction.
 */
@Component
class ReportedDeliveries {

  private final DeliveryStatuses statuses;
  private final ApplicationEventPublisher events;
  private final AuditLog audit;

  ReportedDeliveries(DeliveryStatuses statuses, ApplicationEventPublisher events, AuditLog audit) {
    this.statuses = statuses;
    this.events = events;
    this.audit = audit;
  }

  void note(UUID message, DeliveryReportVerifier.Verdict verdict) {
    if (statuses.advance(message, verdict) && verdict.status() == DeliveryStatus.CAME_BACK) {
      audit.record(
          new AuditEvent("agent", "MESSAGE_CAME_BACK", "message:" + message, verdict.code()));
      events.publishEvent(new MessageReturned(statuses.keyOf(message)));
    }
  }
}
