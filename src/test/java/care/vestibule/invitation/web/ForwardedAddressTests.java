package care.vestibule.invitation.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.invitation.InvitationTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** One proxy may say who its client is: 127.0.0.1, and not 127.0.0.2 beside it. */
@InvitationTest
@TestPropertySource(properties = "vestibule.trusted-proxies=127.0.0.1/32")
class ForwardedAddressTests {

  private static final String NO_LINK =
      """
      {"selector":"none","secret":"none"}""";

  private final ApiClient proxy;
  private final ApiClient stranger;

  ForwardedAddressTests(@Autowired @LocalServerPort int port) {
    this.proxy = ApiClient.from("127.0.0.1", port);
    this.stranger = ApiClient.from("127.0.0.2", port);
  }

  @Test
  void whoIsNoTrustedProxyDoesNotChooseTheAddressThatIsCounted() {
    for (int i = 0; i < 60; i++) {
      assertThat(post(stranger, "198.51.100." + i).statusCode()).isEqualTo(401);
    }

    assertThat(post(stranger, "198.51.100.60").statusCode()).isEqualTo(429);
    assertThat(post(proxy, "198.51.100.60").statusCode()).isEqualTo(401);
  }

  @Test
  void aClientDoesNotChooseItsAddressByWritingOneInFrontOfTheProxys() {
    for (int i = 0; i < 60; i++) {
      assertThat(post(proxy, "198.51.100." + i + ", 203.0.113.9").statusCode()).isEqualTo(401);
    }

    assertThat(post(proxy, "198.51.100.60, 203.0.113.9").statusCode()).isEqualTo(429);
  }

  private static HttpResponse<String> post(ApiClient from, String forwardedFor) {
    return from.post("/i/code", NO_LINK, "X-Vestibule", "1", "X-Forwarded-For", forwardedFor);
  }
}
