package care.vestibule.monitoring.processes;

import java.time.Duration;
import java.util.Optional;

/**
 * How a step of the model is used.
 *
 * @param element its id in the model
 * @param standing how many visits to it are open
 * @param stuck how many of these can not go on by themselves
 * @param passed how many visits were completed in the period
 * @param median how long half of those took at most; empty if there are none
 * @param p95 how long 95 in 100 of them took at most
 */
public record StepUse(
    String element,
    long standing,
    long stuck,
    long passed,
    Optional<Duration> median,
    Optional<Duration> p95) {

  /** From 0, never passed, over 1, within a second, to 4, longer than a day. */
  public int heat() {
    return median
        .map(
            length ->
                length.toSeconds() < 1 ? 1 : length.toHours() < 1 ? 2 : length.toDays() < 1 ? 3 : 4)
        .orElse(0);
  }
}
