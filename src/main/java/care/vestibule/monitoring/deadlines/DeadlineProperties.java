package care.vestibule.monitoring.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Within which time things should happen, and when to say that they might not.
 *
 * @param steps how long a process should stay at an element at most; what is given is added to, or
 *     replaces, what Vestibule expects
 * @param laws by which law a clinic of that region (ISO 3166-1 alpha-2) answers; where none is
 *     given, HIPAA in the US and the GDPR, whose time is the shorter one, elsewhere
 * @param riskPercent how many hundredths of a time may have passed before it is at risk; 1 to 99
 */
@ConfigurationProperties("vestibule.deadlines")
record DeadlineProperties(
    @DefaultValue Map<String, Duration> steps,
    @DefaultValue Map<String, AccessLaw> laws,
    @DefaultValue("80") int riskPercent) {

  private static final Map<String, Duration> EXPECTED =
      Map.of(
          "send-invitation", Duration.ofMinutes(15),
          "fix-contact", Duration.ofDays(2),
          "await-login", Duration.ofDays(21),
          "notify-hcps", Duration.ofMinutes(15),
          "approve-access", Duration.ofDays(7),
          "share-data", Duration.ofHours(4),
          "tell-patient", Duration.ofHours(1),
          "withdraw-access", Duration.ofHours(1));

  DeadlineProperties {
    if (riskPercent < 1 || riskPercent > 99) {
      throw new IllegalArgumentException("vestibule.deadlines.risk-percent must be 1 to 99");
    }
    var all = new HashMap<>(EXPECTED);
    all.putAll(steps);
    steps = Map.copyOf(all);
    laws = Map.copyOf(laws);
  }

  AccessLaw lawOf(String region) {
    return laws.getOrDefault(region, region.equals("US") ? AccessLaw.HIPAA : AccessLaw.GDPR);
  }

  /** When it is at risk that what began then is not done when it is due. */
  Instant riskFrom(Instant began, Instant due) {
    return began.plus(Duration.between(began, due).multipliedBy(riskPercent).dividedBy(100));
  }
}
