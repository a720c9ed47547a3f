package care.vestibule.tasklist.web;

import java.time.Duration;
import java.time.Instant;

/**
 * How long ago something was, as people say it.
 *
 * @param unit part of the key of the page's text: seconds, minutes, hours or days
 */
public record Ago(String unit, long count) {

  static Ago of(Instant then, Instant now) {
    var passed = Duration.between(then, now);
    if (passed.toMinutes() < 1) {
      return new Ago("seconds", Math.max(1, passed.toSeconds()));
    }
    if (passed.toHours() < 1) {
      return new Ago("minutes", passed.toMinutes());
    }
    return passed.toDays() < 1
        ? new Ago("hours", passed.toHours())
        : new Ago("days", passed.toDays());
  }
}
