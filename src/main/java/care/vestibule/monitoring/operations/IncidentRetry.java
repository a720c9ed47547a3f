package care.vestibule.monitoring.operations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The decision to have incidents tried again, and what came of it so far.
 *
 * @param items the incidents of the decision, and no others
 */
public record IncidentRetry(UUID id, Instant requested, List<Item> items) {

  /**
   * What became of one incident.
   *
   * @param code the cause it had, or has again
   */
  public record Item(
      long incident, long instance, String element, String code, RetryResult result) {}

  /** Whether a further look may show something else. */
  public boolean isGoingOn() {
    return items.stream()
        .anyMatch(
            item ->
                item.result() == RetryResult.RUNNING || item.result() == RetryResult.NOT_SEEN_YET);
  }
}
