package care.vestibule.process;

import java.time.Duration;
import java.util.UUID;

/**
 * A message for the engine.
 *
 * @param name which message
 * @param correlationKey the reference the model correlates it by
 * @param messageId unique per business fact: publishing it twice has one effect
 * @param timeToLive how long the engine buffers it for a process that is not waiting yet
 * @param variables the variables it carries
 */
public record EngineMessage(
    ProcessMessage name,
    UUID correlationKey,
    String messageId,
    Duration timeToLive,
    ProcessVariables variables) {

  /** Refuses ids that are not short references. */
  public EngineMessage {
    if (!messageId.matches("[a-zA-Z0-9:._-]{1,128}")) {
      throw new IllegalArgumentException("Not a message id");
    }
  }
}
