package care.vestibule.monitoring.web;

import care.vestibule.monitoring.operations.OperationKind;
import care.vestibule.monitoring.operations.OperationOrder;
import care.vestibule.monitoring.operations.OperationReason;
import care.vestibule.monitoring.operations.OperationRefused;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was filled in; what is missing or can not be read is refused with the reason why. */
public record OperationForm(
    @Nullable OperationReason reason,
    @Nullable String words,
    @Nullable Integer days,
    @Nullable UUID notification,
    @Nullable UUID colleague) {

  OperationOrder order(OperationKind kind) {
    if (reason == null) {
      throw new OperationRefused(OperationRefused.Why.NO_REASON);
    }
    return new OperationOrder(
        kind,
        reason,
        Optional.ofNullable(words).orElse(""),
        Optional.ofNullable(days).orElse(0),
        Optional.ofNullable(notification),
        Optional.ofNullable(colleague));
  }
}
