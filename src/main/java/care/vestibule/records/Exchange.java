package care.vestibule.records;

import java.time.Instant;
import java.util.UUID;

/**
 * An exchange record as it is stored.
 *
 * @param id the exchange
 * @param delegator who made and signed it
 * @param delegate for whom it was made
 * @param encoded a {@link care.vestibule.crypto.ExchangeRecord}, encoded
 * @param createdAt when it was made
 */
@SuppressWarnings("ArrayRecordComponent") // compared by id where at all
public record Exchange(UUID id, UUID delegator, UUID delegate, byte[] encoded, Instant createdAt) {}
