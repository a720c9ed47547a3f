package care.vestibule.crypto;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What an exchange record says in clear: whose key it carries, from whom to whom.
 *
 * @param clinic the tenant
 * @param exchange the record's identifier
 * @param delegator the party that gives access and signs
 * @param delegate the party that gets access
 * @param createdAt when, kept to the microsecond, as PostgreSQL keeps it
 */
public record ExchangeHeader(
    UUID clinic, UUID exchange, UUID delegator, UUID delegate, Instant createdAt) {

  /** Drops what is finer than a microsecond, which the format does not carry. */
  public ExchangeHeader {
    createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** The same pair at another time. */
  public ExchangeHeader at(Instant time) {
    return new ExchangeHeader(clinic, exchange, delegator, delegate, time);
  }

  TlvWriter writeTo(TlvWriter writer, int firstTag) {
    return writer
        .uuid(firstTag, clinic)
        .uuid(firstTag + 1, exchange)
        .uuid(firstTag + 2, delegator)
        .uuid(firstTag + 3, delegate)
        .int64(firstTag + 4, ChronoUnit.MICROS.between(Instant.EPOCH, createdAt));
  }

  static ExchangeHeader read(TlvReader reader, int firstTag) {
    return new ExchangeHeader(
        reader.uuid(firstTag),
        reader.uuid(firstTag + 1),
        reader.uuid(firstTag + 2),
        reader.uuid(firstTag + 3),
        Instant.EPOCH.plus(reader.int64(firstTag + 4), ChronoUnit.MICROS));
  }
}
