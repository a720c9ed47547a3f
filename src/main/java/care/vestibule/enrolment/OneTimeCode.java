package care.vestibule.enrolment;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;

/** Six digits, each of the million equally likely, and how long they are good for. */
public record OneTimeCode(String digits, Duration life) {

  public static OneTimeCode random(SecureRandom random, Duration life) {
    return new OneTimeCode(String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000)), life);
  }

  /** Never the digits. */
  @Override
  public String toString() {
    return "OneTimeCode";
  }
}
