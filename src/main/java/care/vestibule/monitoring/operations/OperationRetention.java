package care.vestibule.monitoring.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long it is remembered what operations decided, and why (GDPR 5(1)(e)).
 *
 * @param operations how long after the decision; at least a year, which the database insists on
 *     too. A decision about a process that is still shown stays in any case
 */
@ConfigurationProperties("vestibule.retention")
record OperationRetention(@DefaultValue("1095d") Duration operations) {

  OperationRetention {
    if (operations.compareTo(Duration.ofDays(365)) < 0) {
      throw new IllegalArgumentException(
          "vestibule.retention.operations must be at least 365 days");
    }
  }
}
