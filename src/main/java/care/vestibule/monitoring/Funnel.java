package care.vestibule.monitoring;

import care.vestibule.process.projection.FunnelStep;
import java.util.List;
import java.util.Optional;

/**
 * How many of the invitations of a period have come how far.
 *
 * @param stages one a {@link FunnelStep}, in its order
 */
public record Funnel(List<Stage> stages) {

  /**
   * One step of the funnel.
   *
   * @param reached how many came here or further
   * @param waiting how many came no further so far and still may
   * @param lost how many ended here
   * @param dwell how long it takes from here to the next step, if any have come there
   */
  public record Stage(
      FunnelStep step, long reached, long waiting, long lost, Optional<StepDuration> dwell) {

    /** How many hundredths of {@code all} came here; 0 if there are none. */
    public long percentOf(long all) {
      return all == 0 ? 0 : Math.round(100.0 * reached / all);
    }
  }

  /** How many were invited. */
  public long invited() {
    return stages.getFirst().reached();
  }
}
