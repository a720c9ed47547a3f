package care.vestibule.process.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the dashboard shows what is over (GDPR 5(1)(e)); the audit log has its own time.
 *
 * @param processes how long after a process ended; at least 31 days, because the overview looks
 *     back 30
 */
@ConfigurationProperties("vestibule.retention")
record ProjectionRetention(@DefaultValue("90d") Duration processes) {

  ProjectionRetention {
    if (processes.compareTo(Duration.ofDays(31)) < 0) {
      throw new IllegalArgumentException("vestibule.retention.processes must be at least 31 days");
    }
  }
}
