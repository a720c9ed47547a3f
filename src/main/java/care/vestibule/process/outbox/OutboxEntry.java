package care.vestibule.process.outbox;

import care.vestibule.tenancy.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something the engine is to be told, as it stands in the outbox. */
sealed interface OutboxEntry {

  /** The row. */
  Slip slip();

  /**
   * What every row says.
   *
   * @param attempts how often it was tried, this time included
   * @param traceparent where the trace of what is told had come to, if it had one
   */
  record Slip(
      long id,
      ClinicId clinic,
      Instant createdAt,
      int attempts,
      Map<String, @Nullable Object> variables,
      Optional<String> traceparent) {}

  /** A message to publish. */
  record Publication(
      Slip slip, String message, UUID correlationKey, String messageId, Duration timeToLive)
      implements OutboxEntry {}

  /** A user task to complete. */
  record Completion(Slip slip, UUID formReference) implements OutboxEntry {}
}
