package care.vestibule;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTests {

  @Test
  void networksOfBothKindsAreTakenAndSoIsNone() {
    assertThatCode(
            () -> new TrustedProxies(List.of("127.0.0.0/8", " ::1/128", "2001:db8::/32", "")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "proxy.example", "10.0.0.0/8|.*", ".*", "zz::/8"})
  void whatIsNoNetworkKeepsVestibuleFromStarting(String entry) {
    assertThatThrownBy(() -> new TrustedProxies(List.of("127.0.0.0/8", entry)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("vestibule.trusted-proxies");
  }
}
