package care.vestibule.sharing;

import care.vestibule.records.ListedEntity;
import java.time.LocalDate;

/**
 * A record that is held back, or chosen to be, with what may be told of it in clear.
 *
 * @param lastDay until the end of which it is held back
 */
public record HeldRecord(ListedEntity entity, HoldReason reason, LocalDate lastDay) {}
