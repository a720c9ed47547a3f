package care.vestibule.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of day, and as much later as a test says. */
public final class MovableClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /** Lets time pass. */
  public void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  /** Goes back to the time of day. */
  public void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return offset(systemUTC(), ahead).withZone(zone);
  }
}
