package care.vestibule.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Await;
import care.vestibule.testing.Axe;
import care.vestibule.testing.BrowserVisit;
import care.vestibule.testing.Chromium;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A doctor shares all but single records, and the patient is told so, until they are shared. */
class HoldBackIT {

  private static final String ZAVALA = "9999940999";

  private final TestInstallation vestibule = TestInstallation.open();
  private final Chromium chromium = Chromium.open();
  private final LocalDate lastDay = LocalDate.now(ZoneId.systemDefault()).plusDays(14);

  @BeforeEach
  void waitAsLongAsABusyMachineNeeds() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @Test
  void aDoctorHoldsBackARecordByKeysAloneThePatientIsToldAndReadsItOnceItIsReleased() {
    var patient = someone();
    var id = patient.importedBy(vestibule.clinicSystem());
    vestibule.clinicSystem().invites(id, vestibule.professional(ZAVALA).id().value());
    var letters = new PatientMailbox(vestibule.address(), patient.email(), "");
    try (var phone = chromium.visit(360, 740);
        var desk = chromium.visit(1440, 900)) {
      enrols(phone.page(), letters.awaitsLink(1));
      var doctor =
          new TaskScreen(desk, vestibule.address())
              .signedInAs(vestibule.username(ZAVALA))
              .opens(patient.family());
      chooses(desk, doctor);
      approves(desk, doctor);

      assertThat(phone.page().locator("#records-status"))
          .hasText("2 records, opened on this device.");
      assertThat(phone.page().locator("#progress .held-back").first())
          .hasText(
              vestibule.professional(ZAVALA).displayName()
                  + " holds back one entry until "
                  + DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                      .withLocale(Locale.US)
                      .format(lastDay)
                  + ", to talk to you about it in person first.");
      assertThat(phone.page().locator("#records-proof")).containsText("Complete: everything");
      looksGood(phone, "my-held-back");
      letters.awaitsMailAbout("some entries are held back");

      releases(desk, doctor);
      assertThat(phone.page().locator("#progress .held-back")).hasCount(0);
      awaitsShared(desk, doctor);
      phone.page().reload();
      assertThat(phone.page().locator("#records-status"))
          .hasText("3 records, opened on this device.");
      assertThat(phone.page().locator("#records-proof")).containsText("Complete: everything");
      assertThat(desk.complaints()).isEmpty();
      assertThat(phone.complaints()).isEmpty();
    }
  }

  @Test
  void withoutScriptsWhatIsWrongIsSaidAndNothingThatWasChosenIsLost() {
    var patient = someone();
    var id = vestibule.patientWhoAsks(patient);
    var task = vestibule.doctor(ZAVALA).awaitsRequestOf(id);
    try (var visit = chromium.visitWithoutScripts(360, 740);
        var german = chromium.visitIn("de-DE", 1440, 900)) {
      var doctor =
          new TaskScreen(visit, vestibule.address()).signedInAs(vestibule.username(ZAVALA));
      var page = doctor.goesTo("/tasks/" + task + "/records?type=Observation").page();
      assertThat(page.locator("#records li")).hasCount(1);
      page.locator("#records input").check();
      page.selectOption("#reason", "RIGHTS_OF_OTHERS");
      page.evaluate("document.getElementById('until').removeAttribute('max')");
      page.fill("#until", LocalDate.now(ZoneId.systemDefault()).plusDays(91).toString());
      page.click("#hold");
      doctor.hears("Choose a day from today on");
      assertThat(page.locator("#records input")).isChecked();
      assertThat(page.locator("#reason")).hasValue("RIGHTS_OF_OTHERS");
      visit.keepWholePicture("hold-refused-360");

      page.fill("#until", lastDay.toString());
      page.click("#hold");
      doctor.hears("It is held back when you approve");
      page.click("#back");
      assertThat(page.locator("#approve")).hasText("Approve and share all but 1 record");
      assertThat(page.locator("#check")).hasCount(0);
      page.click("#chosen button");
      doctor.hears("It will be shared after all");
      assertThat(page.locator("#approve")).hasText("Approve and share");
      var other =
          new TaskScreen(german, vestibule.address()).signedInAs(vestibule.username(ZAVALA));
      other.goesTo("/tasks/" + task + "/records");
      assertThat(other.page().locator("h1")).hasText("Einzelne Einträge zurückhalten");
      german.keepWholePicture("hold-german-1440");
    }
  }

  private SmallPatient someone() {
    var named = "Heldback" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    var patient = SmallPatient.of(ZAVALA);
    return patient.named(named, patient.email());
  }

  private static void enrols(Page page, String link) {
    page.navigate(link);
    page.fill("#enrol-born", PatientDevice.BORN);
    page.click("#enrol-begin");
    page.click("#enrol-kept");
    page.waitForURL("**/my");
  }

  private void chooses(BrowserVisit visit, TaskScreen doctor) {
    var page = doctor.page();
    var keys = page.keyboard();
    doctor.listens();
    page.locator("#main").focus();
    keys.press("a");
    tabsTo(page, "#hold-back");
    keys.press("Enter");
    assertThat(page.locator("h1")).hasText("Hold back single records");
    assertThat(page.locator("#records li")).hasCount(3);
    looksGood(visit, "hold-choose");
    page.locator("#main").focus();
    tabsTo(page, "#records li:has-text('Condition') input");
    keys.press("Space");
    tabsTo(page, "#reason");
    keys.type("I want to tell");
    tabsTo(page, "#until");
    keys.type(lastDay.format(DateTimeFormatter.ofPattern("MMddyyyy", Locale.ROOT)));
    tabsTo(page, "#hold");
    keys.press("Enter");
    doctor.hears("It is held back when you approve");
    assertThat(page.locator("#chosen")).containsText("Condition");
    looksGood(visit, "hold-chosen");
  }

  private void approves(BrowserVisit visit, TaskScreen doctor) {
    var page = doctor.page();
    var keys = page.keyboard();
    page.locator("#main").focus();
    tabsTo(page, "#back");
    keys.press("Enter");
    assertThat(page.locator("#approve")).hasText("Approve and share all but 1 record");
    looksGood(visit, "task-chosen");
    doctor.listens();
    page.locator("#main").focus();
    keys.press("a");
    assertThat(page.locator("#approve")).isFocused();
    keys.press("Enter");
    doctor.hears("Approved.");
    assertThat(page.locator("section[aria-labelledby=held-back]")).containsText("Condition");
    awaitsReport(page, "Held back");
    looksGood(visit, "task-held-back");
  }

  private void releases(BrowserVisit visit, TaskScreen doctor) {
    var page = doctor.page();
    page.locator("#main").focus();
    tabsTo(page, "section[aria-labelledby=held-back] button");
    page.keyboard().press("Enter");
    doctor.hears("It is held back no longer");
    assertThat(page.locator("section[aria-labelledby=held-back]")).hasCount(0);
    looksGood(visit, "task-released");
  }

  private static void awaitsShared(BrowserVisit visit, TaskScreen doctor) {
    var page = visit.page();
    awaitsReport(page, "Done");
    assertThat(doctor.page().locator("#report tbody tr").first()).containsText("1");
  }

  // Whether the first row, the conditions, says so by now; a report is part of the page.
  private static void awaitsReport(Page page, String result) {
    var unused =
        Await.until(
            "the report says " + result,
            Duration.ofSeconds(90),
            () -> {
              page.reload();
              var row = page.locator("#report tbody tr");
              return row.count() == 0 ? "" : row.first().innerText();
            },
            said -> said.contains(result));
  }

  private static void tabsTo(Page page, String selector) {
    for (int presses = 0; presses < 80; presses++) {
      if ((Boolean)
          page.locator(selector).first().evaluate("it => it === document.activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    assertThat(page.locator(selector).first())
        .isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(1));
  }

  private static void looksGood(BrowserVisit visit, String name) {
    var page = visit.page();
    var size = page.viewportSize();
    for (int width : new int[] {1440, 360}) {
      page.setViewportSize(width, 900);
      assertThat(Axe.violationsOn(page)).as(name + " at " + width).isEmpty();
      assertThat(
              (Boolean)
                  page.evaluate(
                      "document.documentElement.scrollWidth > document.documentElement.clientWidth"))
          .as(name + " scrolls sideways at " + width)
          .isFalse();
      visit.keepWholePicture(name + "-" + width);
    }
    page.setViewportSize(size.width, size.height);
  }
}
