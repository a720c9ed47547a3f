package care.vestibule.process.projection;

import java.util.Map;

/**
 * What somebody wants to be made anew, and why.
 *
 * @param purpose what for
 * @param reason a code
 * @param actor a reference of whoever wants it
 * @param from positions by partition: processes with a record before it keep their rows and are
 *     told again what came from there on; partitions that are not named begin with the journal
 */
public record RebuildOrder(Purpose purpose, String reason, String actor, Map<Integer, Long> from) {

  /** What the tables are made anew for. */
  public enum Purpose {
    /** To take the place of those there are. */
    REBUILD,
    /** To be compared with those there are, and thrown away. */
    COMPARE
  }
}
