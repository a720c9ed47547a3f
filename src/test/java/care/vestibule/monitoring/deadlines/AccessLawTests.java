package care.vestibule.monitoring.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessLawTests {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void thirtyDaysAndThirtyMoreByHipaa() {
    var received = Instant.parse("2026-01-31T11:00:00Z");

    assertThat(AccessLaw.HIPAA.due(received, BERLIN)).isEqualTo("2026-03-02T11:00:00Z");
    assertThat(AccessLaw.HIPAA.dueExtended(received, BERLIN)).isEqualTo("2026-04-01T10:00:00Z");
  }

  @Test
  void aMonthOfTheCalendarAndTwoMoreByTheGdpr() {
    var received = Instant.parse("2026-01-31T11:00:00Z");

    assertThat(AccessLaw.GDPR.due(received, BERLIN)).isEqualTo("2026-02-28T11:00:00Z");
    assertThat(AccessLaw.GDPR.dueExtended(received, BERLIN)).isEqualTo("2026-04-28T10:00:00Z");
  }

  @Test
  void theRegionOfAClinicChoosesUnlessOperationsDo() {
    var usual = new DeadlineProperties(Map.of(), Map.of(), 80);
    var own = new DeadlineProperties(Map.of(), Map.of("CA", AccessLaw.HIPAA), 80);

    assertThat(usual.lawOf("US")).isEqualTo(AccessLaw.HIPAA);
    assertThat(usual.lawOf("DE")).isEqualTo(AccessLaw.GDPR);
    assertThat(usual.lawOf("CA")).isEqualTo(AccessLaw.GDPR);
    assertThat(own.lawOf("CA")).isEqualTo(AccessLaw.HIPAA);
    assertThat(own.lawOf("US")).isEqualTo(AccessLaw.HIPAA);
  }

  @Test
  void whatIsExpectedOfAStepIsReplacedByWhatOperationsExpect() {
    var own = new DeadlineProperties(Map.of("await-login", Duration.ofDays(3)), Map.of(), 50);
    var began = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(own.steps())
        .containsEntry("await-login", Duration.ofDays(3))
        .containsEntry("share-data", Duration.ofHours(4));
    assertThat(own.riskFrom(began, began.plus(Duration.ofDays(2))))
        .isEqualTo("2026-01-02T00:00:00Z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeadlineProperties(Map.of(), Map.of(), 100));
  }
}
