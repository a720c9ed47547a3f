package care.vestibule.monitoring.deadlines;

import java.util.Optional;
import java.util.Set;

/**
 * Which deadlines to list, those with the least time left first.
 *
 * @param kind those of this kind only
 * @param states those that stand so
 */
public record DeadlineFilter(Optional<Deadline.Kind> kind, Set<Deadline.State> states) {

  /** Whether this kind is wanted. */
  boolean wants(Deadline.Kind one) {
    return kind.isEmpty() || kind.get() == one;
  }
}
