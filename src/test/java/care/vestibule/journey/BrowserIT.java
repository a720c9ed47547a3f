package care.vestibule.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.local.demo.DemoAccess;
import care.vestibule.testing.BrowserVisit;
import care.vestibule.testing.Chromium;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The journey as people live it: a patient's phone and a doctor's screen, both real browsers. */
class BrowserIT {

  private static final String ZAVALA = "9999940999";

  private final TestInstallation vestibule = TestInstallation.open();
  private final ClinicSystem clinic = vestibule.clinicSystem();

  @BeforeEach
  void waitAsLongAsABusyMachineNeeds() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @Test
  void fromTheMailsLinkToADecryptedRecordOfARealExport() {
    var demo = vestibule.demo();
    var letters =
        new PatientMailbox(vestibule.address(), "francisco.ocampo@example.org", "+16175550142");
    clinic.invites(demo.patient().value(), demo.doctor().value());

    try (var chromium = Chromium.open();
        var phone = chromium.visit(390, 844);
        var screen = chromium.visit(1440, 900)) {
      var patient = phone.page();
      var workers = new CopyOnWriteArrayList<String>();
      patient.onWorker(worker -> workers.add(worker.url()));
      patient.navigate(letters.awaitsLink(1));
      assertThat(patient.url()).as("the secret is gone from the address").endsWith("/i");
      phone.keepPicture("enrol");
      patient.fill("#enrol-born", "1977-09-16");
      patient.click("#enrol-begin");
      assertThat(patient.locator("#enrol-recovery-qr path")).isVisible();
      phone.keepPicture("recovery");
      patient.click("#enrol-kept");
      var code = letters.awaitsCode(1);
      patient.fill("#enrol-code-input", code.equals("111111") ? "222222" : "111111");
      patient.click("#enrol-code-submit");
      assertThat(patient.locator("#enrol-code-error")).isVisible();
      patient.fill("#enrol-code-input", code);
      patient.click("#enrol-code-submit");
      patient.waitForURL("**/my");
      assertThat(patient.locator("#progress-summary")).hasText("0 of 2 have shared with you.");
      assertThat(patient.locator("#records-status"))
          .hasText("Nothing has been shared with you yet.");

      signIn(screen, "isabel.zavala");
      var doctor = screen.page();
      doctor.click("a.item:has-text('Francisco Ramiro Ocampo')");
      screen.keepPicture("task");
      assertThat(digits(doctor)).isEqualTo(digits(patient)).matches("[0-9]{30}");
      doctor.check("#verified");
      doctor.click("#approve");
      assertThat(doctor.locator("#news")).containsText("Approved");

      assertThat(patient.locator("#progress-summary")).hasText("1 of 2 have shared with you.");
      assertThat(patient.locator("#records-status"))
          .hasText(Pattern.compile("1[0-9]{2} records, opened on this device\\."));
      doctor.reload();
      assertThat(doctor.locator("#report tbody tr")).hasCount(3);
      assertThat(doctor.locator("#report .tag.good")).hasCount(3);
      assertThat(doctor.locator("article")).containsText("were compared with the patient");

      patient.reload();
      var first = patient.locator("#records [data-kind=HEALTHCARE_ELEMENT] button.item").first();
      first.click();
      assertThat(patient.locator("#record-detail h3")).hasText(first.locator("strong").innerText());
      assertThat(patient.locator("#record-detail")).containsText("Shared by Dr. Isabel Zavala");
      phone.keepPicture("my");

      assertThat(workers).isNotEmpty().allMatch(url -> url.endsWith("/app/opening-worker.js"));
      assertThat(phone.complaints()).isEmpty();
      assertThat(screen.complaints()).isEmpty();
    }
  }

  @Test
  void aPatientComesBackWithTheDevicesKeyAndAnotherDeviceOpensNothing() {
    var patient = SmallPatient.of(ZAVALA);
    var id = patient.importedBy(clinic);
    clinic.invites(id, vestibule.demo().doctor().value());
    try (var chromium = Chromium.open();
        var phone = chromium.visit(390, 844);
        var stranger = chromium.visit(390, 844)) {
      var page = phone.page();
      page.navigate(new PatientMailbox(vestibule.address(), patient.email(), "").awaitsLink(1));
      page.fill("#enrol-born", PatientDevice.BORN);
      page.click("#enrol-begin");
      page.click("#enrol-kept");
      page.waitForURL("**/my");
      var doctor = vestibule.doctor(ZAVALA);
      doctor.approves(doctor.awaitsRequestOf(id));
      assertThat(page.locator("#records-status")).hasText("3 records, opened on this device.");

      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
      page.waitForURL("**/my/login**");
      page.click("#sign-in");
      page.waitForURL("**/my");
      assertThat(page.locator("#records-status")).hasText("3 records, opened on this device.");

      assertThat(page.locator("#records-proof")).containsText("Complete: everything");
      holdBackOneRecordOf(id);
      page.reload();
      assertThat(page.locator("#records-status")).hasText("2 records, opened on this device.");
      assertThat(page.locator("#records-proof .bad")).containsText("Not everything");
      holdBackAllRecordsOf(id);
      page.reload();
      assertThat(page.locator("#records-proof .notice"))
          .containsText("were here before, and none is any more");

      stranger.page().navigate(vestibule.address() + "/my");
      stranger.page().click("#sign-in");
      assertThat(stranger.page().locator("#sign-in-status")).containsText("no key");
      assertThat(phone.complaints()).isEmpty();
    }
  }

  @Test
  void aRecordTheClinicChangedSinceIsSaidToBeChangedAndNotHeldBack() {
    var patient = SmallPatient.of(ZAVALA);
    var id = patient.importedBy(clinic);
    clinic.invites(id, vestibule.demo().doctor().value());
    try (var chromium = Chromium.open();
        var phone = chromium.visit(390, 844)) {
      var page = phone.page();
      page.navigate(new PatientMailbox(vestibule.address(), patient.email(), "").awaitsLink(1));
      page.fill("#enrol-born", PatientDevice.BORN);
      page.click("#enrol-begin");
      page.click("#enrol-kept");
      page.waitForURL("**/my");
      var doctor = vestibule.doctor(ZAVALA);
      var request = doctor.awaitsRequestOf(id);
      doctor.approves(request);
      assertThat(page.locator("#records-proof")).containsText("Complete: everything");

      patient.with("\"active\": true,").importedBy(clinic);
      page.reload();
      assertThat(page.locator("#records-status")).hasText("2 records, opened on this device.");
      assertThat(page.locator("#records-proof")).containsText("1 of the records");
      assertThat(page.locator("#records-proof .bad")).hasCount(0);

      var by = UUID.fromString(doctor.notification(request).get("hcp").asString());
      vestibule.backstage().sharesAgain(id, by, request);
      page.reload();
      assertThat(page.locator("#records-status")).hasText("5 records, opened on this device.");
      assertThat(page.locator("#records-proof")).containsText("Complete: everything");

      var taken = "{\"reason\": \"MISTAKE\", \"rekey\": \"next-write\"}";
      clinic.post("/api/v1/notifications/" + request + "/revoke", taken);
      assertThat(page.locator("#progress")).containsText("taken back");
      assertThat(page.locator("#progress-summary")).hasText("0 of 1 have shared with you.");
    }
  }

  @Test
  void aScannerThatOpensTheLinkRunsItsScriptAndPressesEveryButtonBurnsNothingAndSendsNothing() {
    var reachable = SmallPatient.of(ZAVALA);
    var withPhone =
        SmallPatient.of(ZAVALA)
            .reachableBy(
                SmallPatient.telecom("email", reachable.email().replace("@", ".2@"), "home")
                    + ","
                    + SmallPatient.telecom("phone", "+16175550177", "mobile"));
    clinic.invites(reachable.importedBy(clinic), vestibule.demo().doctor().value());
    clinic.invites(withPhone.importedBy(clinic), vestibule.demo().doctor().value());
    var letters = new PatientMailbox(vestibule.address(), reachable.email(), "+16175550177");
    var others = new PatientMailbox(vestibule.address(), reachable.email().replace("@", ".2@"), "");
    var link = letters.awaitsLink(1);
    try (var chromium = Chromium.open();
        var scanner = chromium.visit(800, 600);
        var phone = chromium.visit(390, 844)) {
      for (var one : new String[] {link, others.awaitsLink(1)}) {
        scanner.page().navigate("about:blank");
        scanner.page().navigate(one);
        assertThat(scanner.page().locator("#enrol-begin")).isVisible();
        // As one that only clicks what it sees, and as one that submits whatever is there.
        scanner.page().click("#enrol-begin");
        assertThat(scanner.page().locator("#enrol-born-error")).isVisible();
        scanner
            .page()
            .evaluate(
                """
                () => {
                  for (const it of document.querySelectorAll('button, a, input[type=submit]')) {
                    if (it.tagName !== 'A') it.click();
                  }
                  for (const form of document.forms) form.requestSubmit();
                }
                """);
        scanner.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      }
      assertThat(letters.texts()).isEmpty();
      assertThat(letters.mails()).hasSize(1);
      assertThat(others.mails()).hasSize(1);

      phone.page().navigate(link);
      phone.page().fill("#enrol-born", PatientDevice.BORN);
      phone.page().click("#enrol-begin");
      phone.page().click("#enrol-kept");
      phone.page().waitForURL("**/my");
    }
  }

  /** What a portal does that shows less than it has. */
  private void holdBackOneRecordOf(UUID patient) {
    var held =
        vestibule
            .database()
            .sql(
                """
                delete from delegation where delegate = :patient and entity_id =
                  (select entity_id from entity
                   where patient_id = :patient and fhir_type = 'Condition')
                """)
            .param("patient", patient)
            .update();
    assertThat(held).isOne();
  }

  private void holdBackAllRecordsOf(UUID patient) {
    vestibule
        .database()
        .sql("delete from delegation where delegate = :patient")
        .param("patient", patient)
        .update();
  }

  private void signIn(BrowserVisit visit, String username) {
    var page = visit.page();
    page.navigate(vestibule.address() + "/tasks");
    page.fill("[name=username]", username);
    page.fill("[name=password]", DemoAccess.PASSWORD);
    page.locator("main button").click();
    page.waitForURL("**/tasks");
  }

  private static String digits(Page page) {
    assertThat(page.locator("#fingerprint span")).hasCount(6);
    return page.locator("#fingerprint").innerText().replaceAll("\\s", "");
  }
}
