package care.vestibule.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Chromium;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient's second device gets the key from the first, by a code that works once. */
class SecondDeviceIT {

  private static final String ZAVALA = "9999940999";

  private final TestInstallation vestibule = TestInstallation.open();
  private final SmallPatient patient = SmallPatient.of(ZAVALA);
  private UUID id = new UUID(0, 0);

  @BeforeEach
  void waitAsLongAsABusyMachineNeeds() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    var clinic = vestibule.clinicSystem();
    id = patient.importedBy(clinic);
    clinic.invites(id, vestibule.demo().doctor().value());
  }

  @Test
  void aCodeOnTheFirstDeviceOpensTheRecordOnTheSecondOnceAndBothSaySo() {
    try (var chromium = Chromium.open();
        var first = chromium.visit(390, 844);
        var second = chromium.visit(800, 1200);
        var thief = chromium.visit(800, 600)) {
      enrol(first.page());
      var doctor = vestibule.doctor(ZAVALA);
      doctor.approves(doctor.awaitsRequestOf(id));
      assertThat(first.page().locator("#records-status"))
          .hasText("3 records, opened on this device.");
      assertThat(first.page().locator("[data-fingerprint-qr] path")).isVisible();
      assertThat(first.page().locator("[data-fingerprint-qr]"))
          .hasAttribute("aria-label", Pattern.compile(".+ [0-9]{30}"));

      first.page().click("#add-device");
      assertThat(first.page().locator("#transfer-qr path")).isVisible();
      var code = first.page().locator("#transfer-code").innerText();
      assertThat(code).matches("([0-9A-Z]{5}-){4}[0-9A-Z*~$=]{5}");

      opens(second.page(), code);
      assertThat(second.page().locator("main")).containsText("This device has your key now.");
      assertThat(second.page().locator("#records-status"))
          .hasText("3 records, opened on this device.");
      assertThat(second.page().locator("main")).containsText("A device was given your key:");
      assertThat(first.page().locator("#transfer-status"))
          .hasText("Your other device has your key now.");

      opens(thief.page(), code);
      assertThat(thief.page().locator("#restore-status")).containsText("opens nothing any more");
      assertThat(recorded())
          .containsExactly("KEY_COPY_FETCHED", "KEY_TRANSFER_OFFERED", "KEY_TRANSFER_TAKEN");
      new PatientMailbox(vestibule.address(), patient.email(), "")
          .awaitsMailAbout("A new key for your record");
      assertThat(lyingAround()).as("nothing is left to be opened").isZero();

      second.page().click("#add-device");
      assertThat(second.page().locator("#transfer-qr path")).isVisible();
      assertThat(first.complaints()).isEmpty();
      assertThat(second.complaints()).isEmpty();
    }
  }

  @Test
  void aCodeNobodyUsesInTimeAndOneThatAnotherTookThePlaceOfOpenNothing() {
    try (var chromium = Chromium.open();
        var first = chromium.visit(390, 844);
        var second = chromium.visit(800, 600)) {
      enrol(first.page());
      first.page().click("#add-device");
      assertThat(first.page().locator("#transfer-qr path")).isVisible();
      var former = first.page().locator("#transfer-code").innerText();
      first.page().reload();
      first.page().click("#add-device");
      assertThat(first.page().locator("#transfer-qr path")).isVisible();
      var late = first.page().locator("#transfer-code").innerText();
      opens(second.page(), former);
      assertThat(second.page().locator("#restore-status")).containsText("opens nothing any more");

      vestibule
          .database()
          .sql("update key_transfer set expires_at = now() where user_id in " + USERS)
          .param("patient", id)
          .update();

      assertThat(first.page().locator("#transfer-status"))
          .hasText("Nobody used the code. It works no more.");
      opens(second.page(), late);
      assertThat(second.page().locator("#restore-status")).containsText("opens nothing any more");
      assertThat(recorded()).doesNotContain("KEY_TRANSFER_TAKEN");
    }
  }

  private static final String USERS = "(select id from patient_user where patient_id = :patient)";

  private void enrol(Page page) {
    page.navigate(new PatientMailbox(vestibule.address(), patient.email(), "").awaitsLink(1));
    page.fill("#enrol-born", PatientDevice.BORN);
    page.click("#enrol-begin");
    page.click("#enrol-kept");
    page.waitForURL("**/my");
  }

  private void opens(Page page, String code) {
    page.navigate("about:blank");
    page.navigate(vestibule.address() + "/my/restore#" + code);
    assertThat(page.locator("#restore-code")).hasValue(code);
    page.click("#restore button");
  }

  private List<String> recorded() {
    return vestibule
        .database()
        .sql(
            "select action from audit_event where action like 'KEY\\_%' and subject in "
                + "(select 'user:' || id from patient_user where patient_id = :patient)"
                + " order by position")
        .param("patient", id)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private int lyingAround() {
    return vestibule
        .database()
        .sql("select count(*) from key_transfer where sealed is not null and user_id in " + USERS)
        .param("patient", id)
        .query(Integer.class)
        .single();
  }
}
