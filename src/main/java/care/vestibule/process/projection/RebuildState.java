package care.vestibule.process.projection;

import care.vestibule.process.projection.RebuildOrder.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a rebuild is, or how it ended.
 *
 * @param differing how many rows differed, if it was to compare and has
 * @param examples a few processes whose rows differed
 */
public record RebuildState(
    long id,
    Purpose purpose,
    String reason,
    Instant started,
    Optional<Outcome> outcome,
    long differing,
    List<Long> examples) {

  /** How it ended. */
  public enum Outcome {
    /** The new tables have taken the place of the old ones. */
    SWAPPED,
    /** The tables were compared. */
    COMPARED,
    /** Somebody wanted it no more. */
    DROPPED,
    /** Nobody went on with it for a day. */
    ABANDONED,
    /** A portal of the release before took records meanwhile. */
    OVERTAKEN
  }
}
