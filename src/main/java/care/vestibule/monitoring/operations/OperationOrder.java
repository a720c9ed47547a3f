package care.vestibule.monitoring.operations;

import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wants done about a process, and why.
 *
 * @param words the reason in words, 1 to 500 characters
 * @param days by how many days an invitation is extended, 1 to 60
 * @param notification the request that is handed over
 * @param colleague who answers it then
 */
public record OperationOrder(
    OperationKind kind,
    OperationReason reason,
    String words,
    int days,
    Optional<UUID> notification,
    Optional<UUID> colleague) {

  /**
   * Refuses what cannot be meant.
   *
   * @throws OperationRefused if there is no reason in words, or a part the kind needs is missing
   */
  public OperationOrder {
    words = words.replaceAll("[\\p{Cc}\\p{Cf}&&[^\n]]", "").strip();
    if (words.isEmpty() || words.length() > 500) {
      throw new OperationRefused(OperationRefused.Why.NO_REASON);
    }
    if (kind != OperationKind.HAND_OVER) {
      notification = Optional.empty();
      colleague = Optional.empty();
    }
    if (kind == OperationKind.EXTEND && (days < 1 || days > 60)) {
      throw new OperationRefused(OperationRefused.Why.NO_SUCH_DAYS);
    }
    if (kind == OperationKind.HAND_OVER && (notification.isEmpty() || colleague.isEmpty())) {
      throw new OperationRefused(OperationRefused.Why.NO_COLLEAGUE);
    }
  }
}
