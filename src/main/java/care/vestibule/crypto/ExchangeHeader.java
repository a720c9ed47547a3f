package care.vestibule.crypto;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Between whom an exchange key exists.
 *
 * @param createdAt to the microsecond
 */
public record ExchangeHeader(
    UUID clinic, UUID exchange, UUID delegator, UUID delegate, Instant createdAt) {

  /** Cuts the time to the microsecond, which is what the record and PostgreSQL keep. */
  public ExchangeHeader {
    createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
  }

  Tlv startRecord() {
    return Tlv.of("exchange")
        .octet(Suite.X_WING.id())
        .uuid(clinic)
        .uuid(exchange)
        .uuid(delegator)
        .uuid(delegate)
        .time(createdAt);
  }

  byte[] associatedData(KeyId recipient) {
    return startRecord().bytes(recipient.value()).encoded();
  }
}
