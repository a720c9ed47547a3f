package care.vestibule.monitoring;

import care.vestibule.process.WorkerLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How well Vestibule and the engine hear each other.
 *
 * @param partitions the partitions whose exporter was ever heard
 * @param outbox the age of the oldest thing the engine has still to be told
 * @param workers the processes that say that they work on jobs
 */
public record EngineHealth(List<Partition> partitions, Duration outbox, List<WorkerLoad> workers) {

  /** Longer than a restart of the broker takes. */
  static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  /** The exporter posts within a quarter of a second when all is well. */
  static final Duration LONGEST_LAG = Duration.ofSeconds(10);

  static final Duration OLDEST_INTENTION = Duration.ofMinutes(1);

  /**
   * One partition's exporter.
   *
   * @param position the newest record that was applied; 0 if there is none
   * @param newest when that record was written
   * @param silence since when nothing was heard
   * @param lag how late the newest record of the last post was
   */
  public record Partition(int id, long position, Instant newest, Duration silence, Duration lag) {}

  /** What people should know before they believe what they see. */
  public List<Trouble> troubles() {
    var found = new ArrayList<Trouble>();
    if (partitions.isEmpty()) {
      found.add(new Trouble(Trouble.Kind.UNHEARD, 0, Duration.ZERO));
    }
    for (var partition : partitions) {
      if (partition.silence().compareTo(LONGEST_SILENCE) > 0) {
        found.add(new Trouble(Trouble.Kind.SILENT, partition.id(), partition.silence()));
      } else if (partition.lag().compareTo(LONGEST_LAG) > 0) {
        found.add(new Trouble(Trouble.Kind.LATE, partition.id(), partition.lag()));
      }
    }
    if (outbox.compareTo(OLDEST_INTENTION) > 0) {
      found.add(new Trouble(Trouble.Kind.UNTOLD, 0, outbox));
    }
    if (workers.isEmpty()) {
      found.add(new Trouble(Trouble.Kind.IDLE, 0, Duration.ZERO));
    }
    return found;
  }

  /**
   * Something that makes what the pages show old or incomplete.
   *
   * @param partition where; 0 if it is nowhere in particular
   * @param length how long or how late
   */
  public record Trouble(Kind kind, int partition, Duration length) {

    /** What it is. */
    public enum Kind {
      /** No exporter was ever heard. */
      UNHEARD,
      /** An exporter has not been heard for long. */
      SILENT,
      /** An exporter is heard, and late. */
      LATE,
      /** The engine has not been told for long what happened in Vestibule. */
      UNTOLD,
      /** Nobody works on the engine's jobs. */
      IDLE
    }
  }
}
