package care.vestibule.process;

import java.time.Duration;

/** How far the engine is behind what the house intends to tell it. */
public interface OutboxLag {

  /** The age of the oldest unsent intention of all clinics; zero if everything was sent. */
  Duration age();
}
