package care.vestibule.process.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long Vestibule remembers which jobs it worked on (GDPR 5(1)(e)).
 *
 * @param inbox how long after the effect; at least 30 days. Until then a job that the engine
 *     delivers once more has no second effect, so this has to be longer than any incident stays
 *     open and than any backup of the engine is old
 */
@ConfigurationProperties("vestibule.retention")
record InboxRetention(@DefaultValue("180d") Duration inbox) {

  InboxRetention {
    if (inbox.compareTo(Duration.ofDays(30)) < 0) {
      throw new IllegalArgumentException("vestibule.retention.inbox must be at least 30 days");
    }
  }
}
