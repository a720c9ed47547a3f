package care.vestibule.monitoring.processes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a page of processes ended.
 *
 * @param started when the last process of the page started, in microseconds
 * @param key its key, which orders those of the same moment
 */
public record ProcessInstanceCursor(Instant started, long key) {

  /**
   * Reads the text of a former page.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ProcessInstanceCursor parse(String text) {
    var parts = text.split("-", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("Not a cursor");
    }
    var started = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
    return new ProcessInstanceCursor(started, Long.parseLong(parts[1]));
  }

  /** The text to ask for the next page with. */
  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, started) + "-" + key;
  }
}
