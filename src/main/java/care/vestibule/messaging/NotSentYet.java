package care.vestibule.messaging;

import java.time.Duration;
import java.util.Optional;

/** Thrown when a message could not be handed over now; trying again later may help. */
public final class NotSentYet extends RuntimeException {

  /** The cause when all clinics together sent so many text messages today that none goes out. */
  public static final String SMS_BREAKER = "SMS_BREAKER";

  private final Optional<Duration> wait;

  /** Because of a cause with a name such as {@code SMTP_451}, which holds nothing personal. */
  public NotSentYet(String code) {
    // Without the provider's exception: its text repeats addresses.
    super(code);
    this.wait = Optional.empty();
  }

  /** Because of a cause that is known to last so long. */
  public NotSentYet(String code, Duration wait) {
    super(code);
    this.wait = Optional.of(wait);
  }

  /** The cause. */
  public String code() {
    return String.valueOf(getMessage());
  }

  /** How long to wait at least, where that is known. */
  public Optional<Duration> patience() {
    return wait;
  }
}
