package care.vestibule.monitoring.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer of the database that one scrape asks for many times. */
final class CachedReading<T> implements Supplier<T> {

  private final Duration life;
  private final Clock clock;
  private final Supplier<T> question;
  private Instant asked = Instant.MAX;
  private @Nullable T answer;

  CachedReading(Duration life, Clock clock, Supplier<T> question) {
    this.life = life;
    this.clock = clock;
    this.question = question;
  }

  @Override
  public synchronized T get() {
    var known = answer;
    var now = clock.instant();
    // A clock may be set back.
    if (known == null || now.isBefore(asked) || !now.isBefore(asked.plus(life))) {
      known = question.get();
      answer = known;
      asked = now;
    }
    return known;
  }
}
