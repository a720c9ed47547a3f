package care.vestibule.monitoring;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditEntry;
import care.vestibule.audit.AuditLog;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The current clinic's alarms, with the way from each to the process it is about. */
@Component
@Transactional(readOnly = true)
public class Alarms {

  private final AuditLog audit;
  private final AccessRequests notifications;
  private final CurrentClinic clinic;

  Alarms(AuditLog audit, AccessRequests notifications, CurrentClinic clinic) {
    this.audit = audit;
    this.notifications = notifications;
    this.clinic = clinic;
  }

  /** The newest hundred, newest first. */
  public List<AlarmSeen> newest() {
    return audit.alarms(clinic.get()).stream().map(this::seen).toList();
  }

  private AlarmSeen seen(AuditEntry entry) {
    var event = entry.event();
    return new AlarmSeen(
        Alarm.valueOf(event.action()),
        entry.at(),
        event.subject(),
        event.detailCode(),
        invitation(event.subject()));
  }

  private Optional<UUID> invitation(String subject) {
    var kindAndId = subject.split(":", 2);
    if (kindAndId.length < 2) {
      return Optional.empty();
    }
    return switch (kindAndId[0]) {
      case "invitation" -> Optional.of(UUID.fromString(kindAndId[1]));
      case "notification" ->
          notifications.find(AccessRequestId.parse(kindAndId[1])).map(AccessRequest::invitation);
      default -> Optional.empty();
    };
  }

  /**
   * An alarm as operations sees it.
   *
   * @param subject what it is about, such as {@code notification:<uuid>}
   * @param detail a code that tells more; {@code NONE} if there is nothing to tell
   * @param invitation the invitation it leads to, if it leads to one
   */
  public record AlarmSeen(
      Alarm alarm, Instant at, String subject, String detail, Optional<UUID> invitation) {}
}
