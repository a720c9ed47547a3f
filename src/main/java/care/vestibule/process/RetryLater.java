package care.vestibule.process;

import java.time.Duration;
import java.util.Optional;

/**
 * Thrown by a worker when nothing is wrong but the moment: the job is tried again, and nobody is
 * asked to help.
 */
public final class RetryLater extends RuntimeException {

  private final String code;
  private final boolean forEver;

  private final Optional<Duration> pause;

  private RetryLater(String code, boolean forEver, Optional<Duration> pause) {
    super(code, null, false, false);
    if (!code.matches("[A-Z][A-Z_]{2,63}")) {
      throw new IllegalArgumentException("Not an incident code");
    }
    this.code = code;
    this.forEver = forEver;
    this.pause = pause;
  }

  /** Tried again for as long as the worker says so; no try is used up. */
  public static RetryLater again(String code) {
    return new RetryLater(code, true, Optional.empty());
  }

  /** Tried again after so long; no try is used up. */
  public static RetryLater after(String code, Duration pause) {
    return new RetryLater(code, true, Optional.of(pause));
  }

  /**
   * Tried as often as any job; then it becomes an incident of this code, for which {@code
   * incident.<code>} in the monitoring messages is the sentence people read.
   */
  public static RetryLater aFewTimes(String code) {
    return new RetryLater(code, false, Optional.empty());
  }

  /** The code of the cause. */
  public String code() {
    return code;
  }

  /** How long to wait, where that is known. */
  public Optional<Duration> pause() {
    return pause;
  }

  /** Whether no try is used up. */
  public boolean isForEver() {
    return forEver;
  }
}
