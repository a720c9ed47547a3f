package care.vestibule.process;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the read side knows of the engine's user tasks; called within the task's clinic. */
public interface UserTasks {

  /** The key of the open task with that form reference; the newest if there are several. */
  Optional<Long> keyOf(UUID formReference);

  /**
   * Whether the read side is being rebuilt: until then it does not know all tasks. If not, no
   * rebuild begins before the transaction ends.
   */
  boolean isBeingRebuilt();

  /**
   * Whether no such task is open and one was completed or cancelled after that moment, or its
   * process has ended: then there is nothing left to complete. Never so while the read side is
   * being rebuilt.
   */
  boolean endedSince(UUID formReference, Instant moment);
}
