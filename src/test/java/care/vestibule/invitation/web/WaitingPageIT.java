package care.vestibule.invitation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.vestibule.invitation.InvitationTest;
import care.vestibule.testing.Chromium;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@InvitationTest
class WaitingPageIT {

  private static final String LINK =
      "/i#v1.AAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA";

  private final int port;

  WaitingPageIT(@Autowired @LocalServerPort int port) {
    this.port = port;
  }

  @Test
  void whoHasToWaitIsToldSoAndGoesOnFromThere() {
    try (var chromium = Chromium.open();
        var phone = chromium.visit(390, 844)) {
      var page = phone.page();
      page.route("**/i/code", route -> route.fulfill(tooMany()));
      page.navigate("http://localhost:" + port + LINK);
      page.fill("#enrol-born", "1977-09-16");
      page.click("#enrol-begin");

      assertThat(page.locator("#enrol-wait h1")).isFocused();
      assertThat(page.locator("#enrol-wait a")).hasAttribute("href", "/my/login");

      page.unroute("**/i/code");
      page.click("#enrol-wait-retry");

      assertThat(page.locator("#enrol-refused")).isVisible();
    }
  }

  private static Route.FulfillOptions tooMany() {
    return new Route.FulfillOptions().setStatus(429).setContentType("application/problem+json");
  }
}
