package care.vestibule.tasklist.live;

import java.util.Optional;
import java.util.UUID;

/**
 * That a request changed: whose it is and who has it.
 *
 * @param forDeputies whether the whole deputy group may see it
 */
record TaskChange(UUID clinic, UUID hcp, UUID handler, boolean forDeputies) {

  private static final int PARTS = 4;

  /** Reads what the database's trigger wrote; nothing if it is something else. */
  static Optional<TaskChange> parse(String payload) {
    var parts = payload.split(" ", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new TaskChange(
              UUID.fromString(parts[0]),
              UUID.fromString(parts[1]),
              UUID.fromString(parts[2]),
              parts[3].equals("t")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
