package care.vestibule.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.correspondence.LinkComposer.ComposedLink;
import care.vestibule.enrolment.DeskCodes.OneTimeCode;
import care.vestibule.invitation.LinkSelector;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentedLinkTests {

  private static final String SECRET = "AAAAAAAAAAAAAAAAAAAAAA";

  @Test
  void aSelectorHasOneSpelling() {
    var selector = LinkSelector.random(new SecureRandom());

    assertThat(LinkSelector.of(selector.bytes())).isEqualTo(selector);
    assertThat(selector.text()).matches("[\\w-]{11}");
    assertThatThrownBy(() -> new LinkSelector("AAAAAAAAAAB"))
        .as("bits beyond the 64th")
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "AAAAAAAAAAA, AAAAAAAAAAAAAAAAAAAAA",
    "AAAAAAAAAAA, AAAAAAAAAAAAAAAAAAAAAAAAAA",
    "AAAAAAAAAAA, 'AAAAAAAAAAAAAAAAAAAA=='",
    "AAAAAAAAAA, " + SECRET,
    "'AAAAAAAAAA/', " + SECRET,
    "'AAAAAAAAAA\u0000', " + SECRET
  })
  void whatIsNoLinkIsNotRead(String selector, String secret) {
    assertThat(PresentedLink.parse(selector, secret)).isEmpty();
  }

  @Test
  void neitherALinkNorACodeShowsUpInALog() {
    assertThat(PresentedLink.parse("AAAAAAAAAAA", SECRET).orElseThrow().toString())
        .isEqualTo("PresentedLink");
    assertThat(new OneTimeCode("123456", Duration.ZERO).toString()).doesNotContain("123456");
    assertThat(new ComposedLink("https://x/i#v1.secret", new byte[32]).toString())
        .doesNotContain("secret");
  }
}
