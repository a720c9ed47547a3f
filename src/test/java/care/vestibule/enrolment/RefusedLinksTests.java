package care.vestibule.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.invitation.InvitationProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RefusedLinksTests {

  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private final RefusedLinks links = new RefusedLinks(threePerMinute(), clock());

  @BeforeEach
  void threeWereShown() {
    for (int i = 0; i < 3; i++) {
      assertThat(links.count("203.0.113.5")).isEmpty();
    }
  }

  @Test
  void theNextOneIsPutOffForTheRestOfItsMinute() {
    now = now.plusSeconds(20);

    assertThat(links.count("203.0.113.5")).contains(Duration.ofSeconds(40));
  }

  @Test
  void aMinuteAfterTheFirstOneTheAddressBeginsAnew() {
    assertThat(links.count("203.0.113.5")).isPresent();

    now = now.plusSeconds(60);

    assertThat(links.count("203.0.113.5")).isEmpty();
  }

  @Test
  void otherAddressesAreCountedForThemselves() {
    assertThat(links.count("203.0.113.6")).isEmpty();
  }

  @Test
  void allAddressesOfOneSubscribersNetworkCountTogether() {
    for (int i = 0; i < 3; i++) {
      assertThat(links.count("2001:db8:1:2::" + i)).isEmpty();
    }

    assertThat(links.count("2001:db8:1:2:ffff::9")).isPresent();
    assertThat(links.count("2001:db8:1:3::1")).isEmpty();
  }

  @Test
  void whatIsNoAddressCountsTogetherWithAllThatIsNone() {
    links.count("zz:80");
    links.count("portal.example");
    links.count("203.0.113.5.example");

    assertThat(links.count("1::2::3")).isPresent();
  }

  @Test
  void moreAddressesThanFitMakeItForgetTheOneLongestUnseenNotGrow() {
    for (int i = 0; i < 10_000; i++) {
      links.count("10.0." + i / 256 + "." + i % 256);
    }

    assertThat(links.addresses()).isEqualTo(10_000);
    assertThat(links.count("203.0.113.5")).isEmpty();
  }

  private Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }

  private static InvitationProperties threePerMinute() {
    var source =
        new MapConfigurationPropertySource(
            Map.of("vestibule.invitation.refused-links-per-minute", "3"));
    return new Binder(source).bind("vestibule.invitation", InvitationProperties.class).get();
  }
}
