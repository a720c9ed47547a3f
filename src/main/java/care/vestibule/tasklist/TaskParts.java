package care.vestibule.tasklist;

import java.util.List;

/**
 * Which requests belong to a part of a doctor's list, as conditions that shut each other out.
 *
 * <p>Each is answered by one index in its order; joined by OR they would be gathered and sorted as
 * a whole, every time. Parameters: {@code me}, {@code absent} and {@code colleagues}.
 */
final class TaskParts {

  private static final String OPEN = "n.answered_at is null and n.status in ('PENDING', 'ONGOING')";
  private static final String CLOSED =
      "(n.answered_at is not null or n.status in ('COMPLETED', 'CANCELLED'))";

  private static final String ASKED = "n.hcp = :me and ";
  private static final String IN_HAND = "n.handler = :me and ";
  private static final String TAKEN_OVER = IN_HAND + "n.hcp <> :me and ";
  private static final String FOREIGN =
      "n.hcp <> :me and n.handler is distinct from :me and " + OPEN;

  private TaskParts() {}

  static List<String> of(TaskView view) {
    return switch (view) {
      case QUEUE -> List.of(ASKED + OPEN, TAKEN_OVER + OPEN);
      case MINE -> List.of(IN_HAND + OPEN);
      case DEPUTY ->
          List.of(
              "n.hcp = any(:absent) and " + FOREIGN,
              "n.open_to_deputies and n.hcp = any(:colleagues) and n.hcp <> all(:absent) and "
                  + FOREIGN);
      case DONE -> List.of(ASKED + CLOSED, TAKEN_OVER + CLOSED);
    };
  }
}
