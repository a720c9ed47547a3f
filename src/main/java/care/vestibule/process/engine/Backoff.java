package care.vestibule.process.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A pause that doubles with each failure up to the longest. */
public record Backoff(Duration first, Duration longest) {

  private static final int FAR_ENOUGH = 30;

  /** The pause after that many failures, counted from 0. */
  public Duration after(int failures) {
    var pause = first.multipliedBy(1L << Math.clamp(failures, 0, FAR_ENOUGH));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }

  /**
   * A pause between half of {@link #after} and the whole of it: what failed together when a server
   * went down does not come back together.
   */
  public Duration after(int failures, RandomGenerator random) {
    return some(after(failures), 0.5, random);
  }

  /** A pause for what may be tried without end: between a tenth of the longest and the longest. */
  public Duration inAWhile(RandomGenerator random) {
    return some(longest, 0.1, random);
  }

  private static Duration some(Duration whole, double least, RandomGenerator random) {
    return Duration.ofNanos((long) (whole.toNanos() * random.nextDouble(least, 1)));
  }
}
