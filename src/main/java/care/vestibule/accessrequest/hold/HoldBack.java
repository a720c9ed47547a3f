package care.vestibule.accessrequest.hold;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A doctor's wish not to share one record for now.
 *
 * @param record the entity
 * @param lastDay until the end of which it is held back, in Vestibule's time zone
 */
public record HoldBack(UUID record, HoldBackReason reason, LocalDate lastDay) {}
