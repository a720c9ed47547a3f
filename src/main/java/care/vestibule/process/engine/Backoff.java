package care.vestibule.process.engine;

import java.time.Duration;

/** A pause that doubles with each failure up to the longest. */
public record Backoff(Duration first, Duration longest) {

  private static final int FAR_ENOUGH = 30;

  /** The pause after that many failures, counted from 0. */
  public Duration after(int failures) {
    var pause = first.multipliedBy(1L << Math.clamp(failures, 0, FAR_ENOUGH));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
