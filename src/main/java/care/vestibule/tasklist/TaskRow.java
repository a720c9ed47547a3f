package care.vestibule.tasklist;

import care.vestibule.notification.NotificationId;
import care.vestibule.notification.NotificationStatus;
import java.time.Instant;

/**
 * A request as the list shows it.
 *
 * @param patientName given names and family name
 * @param asked when the patient asked
 */
public record TaskRow(
    NotificationId id, String patientName, Instant asked, NotificationStatus status) {}
