package care.vestibule.process.projection;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a rebuild is.
 *
 * @param percent how much of the journal is replayed
 */
public record RebuildState(String reason, Instant started, Optional<Instant> ended, int percent) {

  /** Whether the read model is incomplete because of it. */
  public boolean isOpen() {
    return ended.isEmpty();
  }
}
