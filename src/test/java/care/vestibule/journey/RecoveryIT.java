package care.vestibule.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Chromium;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A device is lost: with the recovery code nothing changes, without it the doctors share again. */
class RecoveryIT {

  private static final String ZAVALA = "9999940999";
  private static final String OTHER = "9999986893";

  private final TestInstallation vestibule = TestInstallation.open();
  private final ClinicSystem clinic = vestibule.clinicSystem();
  private final UUID sender = vestibule.demo().doctor().value();

  @Test
  void theRecoveryCodeOpensTheRecordOnAnotherDeviceAndAMistypedOneIsNoticed() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    var patient = SmallPatient.of(ZAVALA);
    var id = patient.importedBy(clinic);
    clinic.invites(id, sender);
    try (var chromium = Chromium.open();
        var lost = chromium.visit(390, 844);
        var found = chromium.visit(390, 844)) {
      lost.page().navigate(letters(patient).awaitsLink(1));
      lost.page().fill("#enrol-born", PatientDevice.BORN);
      lost.page().click("#enrol-begin");
      assertThat(lost.page().locator("#enrol-recovery")).isVisible();
      var code = lost.page().locator("#enrol-recovery-code").innerText();
      lost.page().click("#enrol-kept");
      lost.page().waitForURL("**/my");
      var doctor = vestibule.doctor(ZAVALA);
      doctor.approves(doctor.awaitsRequestOf(id));

      var page = found.page();
      page.navigate(vestibule.address() + "/my/login");
      page.click("a[href='/my/restore']");
      page.fill("#restore-code", (code.startsWith("7") ? "8" : "7") + code.substring(1));
      page.click("#restore button");
      assertThat(page.locator("#restore-status")).containsText("mistake");
      page.fill("#restore-code", code.toLowerCase(java.util.Locale.ROOT));
      page.click("#restore button");
      page.waitForURL("**/my");

      assertThat(page.locator("#records-status")).hasText("3 records, opened on this device.");
      assertThat(lost.complaints()).isEmpty();
      assertThat(found.complaints()).isEmpty();
    }
  }

  @Test
  void aNewKeyStartsAtTheDoctorsAndEverythingIsReadableAgainAfterApproval() {
    var patient = SmallPatient.of(ZAVALA);
    var id = patient.importedBy(clinic);
    var lost = new PatientDevice(vestibule.address());
    assertThat(clinic.asksForNewKey(id, sender).statusCode()).as("no user yet").isEqualTo(409);
    var first = clinic.invites(id, sender);
    lost.enrolsWithoutCode(letters(patient).awaitsLink(1));
    var doctor = vestibule.doctor(ZAVALA);
    doctor.approves(doctor.awaitsRequestOf(id));
    clinic.awaitsOutcome(first, "all-shared");
    assertThat(lost.reads()).hasSize(3);

    var second = invitesForNewKey(id);
    var found = new PatientDevice(vestibule.address());
    found.enrolsWithoutCode(letters(patient).awaitsLink(2));

    assertThat(found.reads()).isEmpty();
    assertThat(lost.http().get("/my").statusCode()).as("signed out").isEqualTo(401);
    assertThat(lost.signsIn().statusCode()).isEqualTo(401);
    doctor.approves(doctor.awaitsRequestForNewKeyOf(id));
    clinic.awaitsOutcome(second, "all-shared");
    assertThat(found.reads()).hasSize(3);
  }

  @Test
  void aNewKeyWhileADoctorIsStillAskedIsAskedAboutAgain() {
    var patient = SmallPatient.of(ZAVALA, OTHER);
    var id = patient.importedBy(clinic);
    clinic.invites(id, sender);
    new PatientDevice(vestibule.address()).enrolsWithoutCode(letters(patient).awaitsLink(1));
    var one = vestibule.doctor(ZAVALA);
    var other = vestibule.doctor(OTHER);
    var answered = one.awaitsRequestOf(id);
    one.approves(answered);
    one.awaitsStatus(answered, "completed");
    var open = other.awaitsRequestOf(id);

    var second = invitesForNewKey(id);
    var found = new PatientDevice(vestibule.address());
    found.enrolsWithoutCode(letters(patient).awaitsLink(2));

    var ended = other.awaitsStatus(open, "cancelled");
    assertThat(ended.get("reason").asString()).isEqualTo("KEY_CHANGED");
    one.approves(one.awaitsRequestForNewKeyOf(id));
    other.approves(other.awaitsRequestForNewKeyOf(id));
    clinic.awaitsOutcome(second, "all-shared");
    assertThat(found.reads()).hasSize(5);
  }

  private UUID invitesForNewKey(UUID patient) {
    var answer = clinic.asksForNewKey(patient, sender);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return UUID.fromString(JourneyHttp.json(answer).get("id").asString());
  }

  private PatientMailbox letters(SmallPatient patient) {
    return new PatientMailbox(vestibule.address(), patient.email(), "");
  }
}
