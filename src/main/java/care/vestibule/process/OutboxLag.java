package care.vestibule.process;

import java.time.Duration;
import java.util.UUID;

/** How far the engine is behind what Vestibule intends to tell it. */
public interface OutboxLag {

  /** The age of the oldest unsent intention of all clinics; zero if everything was sent. */
  Duration age();

  /**
   * Whether the engine has still to be told that the user task of this form reference is completed;
   * needs a transaction around it.
   */
  boolean waitsToComplete(UUID formReference);
}
