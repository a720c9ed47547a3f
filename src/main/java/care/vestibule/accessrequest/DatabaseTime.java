package care.vestibule.accessrequest;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The present, as exact as PostgreSQL keeps it. */
public final class DatabaseTime {

  private DatabaseTime() {}

  public static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
