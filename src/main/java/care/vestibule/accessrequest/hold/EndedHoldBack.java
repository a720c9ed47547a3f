package care.vestibule.accessrequest.hold;

import care.vestibule.directory.HcpId;
import java.time.Instant;

/**
 * Records one doctor does not hold back any more and that cannot be shared for one cause.
 *
 * @param doctor who held them back
 * @param code the cause, such as {@code KEYSTORE_LOCKED}
 * @param since when the first of them could not be shared first
 */
public record EndedHoldBack(HcpId doctor, String code, int records, Instant since) {}
