package care.vestibule.monitoring;

import care.vestibule.audit.Alarm;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An alarm as operations sees it.
 *
 * @param subject what it is about, such as {@code notification:<uuid>}
 * @param detail a code that tells more; {@code NONE} if there is nothing to tell
 * @param invitation the invitation it leads to, if it leads to one
 */
public record AlarmSeen(
    Alarm alarm, Instant at, String subject, String detail, Optional<UUID> invitation) {}
