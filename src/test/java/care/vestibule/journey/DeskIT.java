package care.vestibule.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.local.demo.DemoAccess;
import care.vestibule.testing.BrowserVisit;
import care.vestibule.testing.Chromium;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clinic's desk at its page, in a real browser. */
class DeskIT {

  private static final String ZAVALA = "9999940999";

  private final TestInstallation vestibule = TestInstallation.open();
  private final ClinicSystem clinic = vestibule.clinicSystem();

  @BeforeEach
  void waitAsLongAsABusyMachineNeeds() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @Test
  void invitesSeesTheMailRefusedCorrectsTheAddressAndWithdraws() {
    var right = "right." + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    var patient = aPatientNamed("Refused", "no..body@example.org");
    patient.importedBy(clinic);
    try (var chromium = Chromium.open();
        var visit = chromium.visit(1440, 900)) {
      var desk = signIn(visit);
      invite(desk, patient.family());

      // Nobody reloads: the page asks by itself while a message is under way.
      assertThat(desk.locator("#invitation .tag").first()).hasText("Address needed");
      assertThat(desk.locator("#history li").first()).containsText("no address or number");
      visit.keepPicture("desk-refused");
      desk.fill("#value", right);
      desk.click("#correct");
      assertThat(desk.locator("#news")).containsText("Corrected.");
      assertThat(desk.locator("#invitation .tag").first()).hasText("Sent");
      assertThat(desk.locator("#history li").first()).containsText("Invitation by e-mail, sent");

      var letters = new PatientMailbox(vestibule.address(), right, "");
      var link = letters.awaitsLink(1);
      desk.click("#withdraw");
      assertThat(desk.locator("h1")).containsText("Withdraw the invitation of Pat");
      desk.click("#withdraw");
      assertThat(desk.locator("#news")).containsText("Withdrawn.");
      assertThat(desk.locator("#invitation .tag").first()).hasText("Withdrawn");

      try (var phone = chromium.visit(390, 844)) {
        phone.page().navigate(link);
        phone.page().fill("#enrol-born", PatientDevice.BORN);
        phone.page().click("#enrol-begin");
        assertThat(phone.page().locator("#enrol-refused")).isVisible();
      }
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void aPatientWithoutTheirPhoneEnrolsWithTheCodeOfTheDesk() {
    var email = "nophone." + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    var patient =
        aPatientNamed("Nophone", email)
            .reachableBy(
                SmallPatient.telecom("email", email, "home")
                    + ","
                    + SmallPatient.telecom("phone", "+16175550199", "mobile"));
    patient.importedBy(clinic);
    try (var chromium = Chromium.open();
        var visit = chromium.visit(360, 800);
        var phone = chromium.visit(390, 844)) {
      var desk = signIn(visit);
      invite(desk, patient.family());
      assertThat(desk.locator("#invitation .tag").first()).hasText("Sent");
      visit.keepPicture("desk-sent");
      desk.click("#code");
      var code = desk.locator("#digits").innerText().strip();
      visit.keepPicture("desk-code");

      var page = phone.page();
      page.navigate(new PatientMailbox(vestibule.address(), email, "").awaitsLink(1));
      page.fill("#enrol-born", PatientDevice.BORN);
      page.click("#enrol-begin");
      page.click("#enrol-kept");
      page.fill("#enrol-code-input", code);
      page.click("#enrol-code-submit");
      page.waitForURL("**/my");

      desk.navigate(vestibule.address() + "/desk?show=ACCEPTED");
      desk.click("a.item:has-text('" + patient.family() + "')");
      assertThat(desk.locator("#invitation")).containsText("Dr. Isabel Zavala");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private static SmallPatient aPatientNamed(String family, String email) {
    return SmallPatient.of(ZAVALA)
        .named(family + UUID.randomUUID().toString().replaceAll("[0-9-]", ""), email);
  }

  private static void invite(Page desk, String family) {
    desk.click("#invite");
    desk.fill("#text", "pat " + family);
    desk.click("#search");
    desk.click("#patients a.item");
    desk.selectOption("#doctor", new com.microsoft.playwright.options.SelectOption().setIndex(1));
    desk.click("#invite");
    assertThat(desk.locator("#news")).containsText("Invited.");
  }

  private Page signIn(BrowserVisit visit) {
    var page = visit.page();
    page.navigate(vestibule.address() + "/desk");
    page.fill("[name=username]", DemoAccess.DESK);
    page.fill("[name=password]", DemoAccess.PASSWORD);
    page.locator("main button").click();
    page.waitForURL("**/desk");
    return page;
  }
}
