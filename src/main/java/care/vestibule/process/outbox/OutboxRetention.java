package care.vestibule.process.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long Vestibule remembers what it told the engine (GDPR 5(1)(e)).
 *
 * @param outbox how long after it was told; at least a day, and a message is remembered for its
 *     time to live in any case
 */
@ConfigurationProperties("vestibule.retention")
record OutboxRetention(@DefaultValue("90d") Duration outbox) {

  OutboxRetention {
    if (outbox.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("vestibule.retention.outbox must be at least a day");
    }
  }
}
