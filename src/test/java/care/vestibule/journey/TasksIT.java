package care.vestibule.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.local.demo.DemoAccess;
import care.vestibule.testing.BrowserVisit;
import care.vestibule.testing.Chromium;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The task list as doctors use it: by mouse, by keys alone, without scripts, two at a time. */
class TasksIT {

  private static final String ZAVALA = "9999940999";
  private static final String POLLICH = "9999986893";

  // The browser's own, which is asked for permission and shows it, with a list of what it showed.
  private static final String RECORD_NOTIFICATIONS =
      """
      globalThis.shown = [];
      globalThis.Notification = class extends Notification {
        constructor(title, options) {
          super(title, options);
          shown.push([title, ...Object.values(options)].filter((text) => text !== 'vestibule-tasks').join());
        }
      };
      """;

  private final TestInstallation vestibule = TestInstallation.open();
  private final Chromium chromium = Chromium.open();

  @BeforeEach
  void waitAsLongAsABusyMachineNeeds() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @Test
  void aDoctorFindsTakesAndApprovesByKeysAlone() {
    var family = someone();
    var patient = vestibule.patientWhoAsks(named(family, ZAVALA));
    try (var visit = chromium.visit(1440, 900)) {
      var doctor = screen(visit, ZAVALA);
      var keys = doctor.page().keyboard();
      assertThat(doctor.row(family)).isVisible();

      doctor.listens();
      keys.press("/");
      keys.type(family);
      assertThat(doctor.page().locator("#tasks li")).hasCount(1);
      doctor.page().locator("#main").focus();
      keys.press("j");
      keys.press("Enter");
      assertThat(doctor.page().locator("#who")).containsText(family);
      doctor.listens();
      keys.press("t");
      doctor.hears("You are on it now");
      assertThat(doctor.page().locator("#status")).hasText("You are on it");
      doctor.listens();
      keys.press("?");
      assertThat(doctor.page().locator("#task-help")).isVisible();
      keys.press("Escape");
      keys.press("d");
      assertThat(doctor.page().locator("#reason")).isFocused();
      doctor.page().locator("#main").focus();
      keys.press("a");
      assertThat(doctor.page().locator("#approve")).isFocused();
      keys.press("Enter");
      doctor.hears("Approved.");

      vestibule.doctor(ZAVALA).awaitsStatus(notificationOf(patient), "completed");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void aDoctorLookingElsewhereIsToldOnTheDeviceThatSomebodyAsksAndNotWho() {
    var seen = someone();
    var unseen = someone();
    try (var visit = chromium.visit(1440, 900)) {
      visit.page().context().grantPermissions(List.of("notifications"));
      visit.page().addInitScript(RECORD_NOTIFICATIONS);
      var doctor = screen(visit, ZAVALA);
      doctor.listens();

      vestibule.patientWhoAsks(named(seen, ZAVALA));
      assertThat(doctor.row(seen)).isVisible();
      assertThat(doctor.page().evaluate("shown")).isEqualTo(List.of());

      doctor.page().evaluate("Object.defineProperty(document, 'hidden', { value: true })");
      vestibule.patientWhoAsks(named(unseen, ZAVALA));
      assertThat(doctor.row(unseen)).isVisible();
      assertThat(doctor.page().evaluate("shown")).isEqualTo(List.of("Somebody asks for access"));
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void singleKeysDoNothingWhileOneTypesAndCanBeSwitchedOff() {
    var family = someone();
    vestibule.patientWhoAsks(named(family, ZAVALA));
    try (var visit = chromium.visit(1440, 900)) {
      var doctor = screen(visit, ZAVALA).opens(family);
      doctor.page().locator("#comment").focus();
      doctor.page().keyboard().type("take this? d");
      assertThat(doctor.page().locator("#status")).hasText("Waiting");
      assertThat(doctor.page().locator("#task-help")).isHidden();

      doctor.page().click("#task-help-open");
      doctor.page().uncheck("#task-keys-on");
      doctor.page().keyboard().press("Escape");
      doctor.page().locator("#main").focus();
      doctor.page().keyboard().press("?");
      assertThat(doctor.page().locator("#task-help")).isHidden();
    }
  }

  @Test
  void theDeskVerifiesThePersonAndColleaguesTalkBeforeOneDeclines() {
    var family = someone();
    var patient = vestibule.patientWhoAsks(named(family, ZAVALA));
    try (var visit = chromium.visit(1440, 900);
        var other = chromium.visit(768, 1024);
        var reception = chromium.visit(1440, 900)) {
      var doctor = screen(visit, ZAVALA).opens(family);
      doctor.page().click("#ask-desk");
      doctor.hears("The desk was asked");
      deskConfirms(reception, family);
      doctor.page().fill("#comment", "Back on Monday.\nPlease <b>call</b> first.");
      doctor.page().click("#comment-add");
      doctor.hears("The comment was added.");
      assertThat(doctor.page().locator("#person-check")).containsText("confirmed");
      assertThat(doctor.page().locator("#comments")).containsText("Please <b>call</b> first.");

      doctor.page().click("summary:has-text('Hand it to a colleague')");
      doctor.page().selectOption("#colleague", vestibule.professional(POLLICH).id().toString());
      doctor.page().click("#assign");
      doctor.hears("Handed over.");

      var colleague = screen(other, POLLICH).goesTo("/tasks?view=mine").opens(family);
      assertThat(colleague.page().locator("#status")).hasText("Handed to you");
      assertThat(colleague.page().locator("#comments")).containsText("Back on Monday.");
      colleague.page().click("summary:has-text('Decline instead')");
      colleague.page().selectOption("#reason", "TALK_FIRST");
      colleague.page().fill("#words", "Please come in on Monday.");
      colleague.page().click("#decline");
      colleague.hears("Declined.");
      assertThat(colleague.page().locator("#history")).containsText("handed it to");
      vestibule.doctor(ZAVALA).awaitsStatus(notificationOf(patient), "cancelled");
      assertThat(visit.complaints()).isEmpty();
      assertThat(other.complaints()).isEmpty();
    }
  }

  @Test
  void whatWasLookedAtOneByOneIsApprovedTogether() {
    var first = someone();
    var second = someone();
    var one = vestibule.patientWhoAsks(named(first, ZAVALA));
    var two = vestibule.patientWhoAsks(named(second, ZAVALA));
    try (var visit = chromium.visit(360, 740)) {
      var doctor = screen(visit, ZAVALA).opens(first);
      doctor.page().check("#verified");
      doctor.page().click("#check");
      doctor.hears("Checked.");
      doctor.page().click("#task-back");
      doctor.opens(second);
      doctor.page().click("#check");
      doctor.hears("Checked.");
      doctor.page().click("#task-back");
      doctor.page().click("#selection");
      visit.keepPicture("selection");
      doctor.page().click("#approve-all");
      assertThat(doctor.page().locator("[data-news=approved]:has-text('" + first + "')"))
          .isVisible();
      assertThat(doctor.page().locator("[data-news=approved]:has-text('" + second + "')"))
          .isVisible();
      var api = vestibule.doctor(ZAVALA);
      api.awaitsStatus(notificationOf(one), "completed");
      api.awaitsStatus(notificationOf(two), "completed");
      assertThat(verificationOf(one)).isEqualTo("VERIFIED_IN_PERSON");
      assertThat(verificationOf(two)).isEqualTo("LINK_BOUND");
    }
  }

  @Test
  void theSlowerOfTwoDoctorsReadsWhoWasFasterAndLosesNothingTyped() {
    var family = someone();
    var patient = vestibule.patientWhoAsks(named(family, ZAVALA));
    standsInToday(ZAVALA, POLLICH);
    try (var visit = chromium.visit(1440, 900);
        var other = chromium.visit(1440, 900)) {
      var slow = screen(visit, ZAVALA).opens(family);
      slow.page().click("summary:has-text('Decline instead')");
      slow.page().fill("#words", "These words took me minutes.");
      var fast = screen(other, POLLICH).goesTo("/tasks?view=deputy").opens(family);
      fast.page().click("#take");
      fast.hears("You are on it now");

      assertThat(slow.page().locator("#task-changed")).containsText("Dr. Carrol Pollich");
      slow.page().click("#decline");
      assertThat(slow.page().locator("#news"))
          .hasText(
              Pattern.compile("\\s*Dr\\. Carrol Pollich took this [0-9]+ seconds? ago\\.\\s*"));
      assertThat(slow.page().locator("#typed-words")).hasText("These words took me minutes.");

      fast.page().click("#approve");
      fast.hears("Approved.");
      vestibule.doctor(ZAVALA).awaitsStatus(notificationOf(patient), "completed");
    } finally {
      nobodyStandsIn(ZAVALA);
    }
  }

  @Test
  void anOpenListShowsWhatIsNewAndWhatChangedWithoutReloadingOrJumping() {
    var first = someone();
    vestibule.patientWhoAsks(named(first, ZAVALA));
    try (var visit = chromium.visit(1440, 900)) {
      var doctor = screen(visit, ZAVALA);
      assertThat(doctor.row(first)).isVisible();
      doctor.page().evaluate("window.stillHere = true");
      var link = doctor.row(first).locator("a.item");
      link.focus();

      var second = someone();
      var patient = vestibule.patientWhoAsks(named(second, ZAVALA));
      assertThat(doctor.page().locator("#tasks li").last()).containsText(second);
      assertThat(link).isFocused();
      vestibule.doctor(ZAVALA).changes(notificationOf(patient), "{\"status\": \"ongoing\"}");
      assertThat(doctor.row(second)).containsText("You are on it");
      vestibule.doctor(ZAVALA).approves(notificationOf(patient));
      assertThat(doctor.row(second)).hasClass(Pattern.compile("gone"));
      assertThat(doctor.page().evaluate("window.stillHere")).isEqualTo(true);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void whileVestibuleIsSilentThePageSaysHowOldTheListIsAndCatchesUpAfterwards() {
    try (var visit = chromium.visit(1440, 900)) {
      var doctor = screen(visit, ZAVALA);
      visit.page().route("**/tasks/events", Route::abort);
      doctor.goesTo("/tasks");
      assertThat(doctor.page().locator("#task-lag"))
          .hasText(Pattern.compile("This list may be [0-9]+ seconds old.*"));
      var family = someone();
      vestibule.patientWhoAsks(named(family, ZAVALA));
      visit.page().unroute("**/tasks/events");
      assertThat(doctor.row(family)).isVisible();
      assertThat(doctor.page().locator("#task-lag")).isHidden();
    }
  }

  @Test
  void thePageSpeaksTheDoctorsLanguage() {
    try (var visit = chromium.visitIn("de-DE", 768, 1024)) {
      var doctor = screen(visit, ZAVALA);
      assertThat(doctor.page().locator(".tabs")).containsText("Vertretung");
      assertThat(doctor.page().locator("html")).hasAttribute("lang", "de");
      visit.keepWholePicture("tasks-german");
    }
  }

  @Test
  void approvingAndDecliningNeedNoScript() {
    var first = someone();
    var second = someone();
    var one = vestibule.patientWhoAsks(named(first, ZAVALA));
    var two = vestibule.patientWhoAsks(named(second, ZAVALA));
    try (var visit = chromium.visitWithoutScripts(1440, 900)) {
      var doctor = screen(visit, ZAVALA).goesTo("/tasks?q=" + first).opens(first);
      doctor.page().click("#approve");
      doctor.hears("Approved.");
      doctor.goesTo("/tasks");
      doctor.page().fill("#q", second);
      doctor.page().click("#task-find");
      assertThat(doctor.page().locator("#tasks li")).hasCount(1);
      doctor.opens(second);
      doctor.page().click("summary:has-text('Decline instead')");
      doctor.page().click("#decline");
      doctor.hears("Declined.");
      var api = vestibule.doctor(ZAVALA);
      api.awaitsStatus(notificationOf(one), "completed");
      api.awaitsStatus(notificationOf(two), "cancelled");
    }
  }

  @Test
  void aFilterIsKeptUnderANameAndFoundAgain() {
    try (var visit = chromium.visit(1440, 900)) {
      var doctor = screen(visit, ZAVALA).goesTo("/tasks?view=done&q=Small");
      doctor.page().click("summary:has-text('Saved views')");
      doctor.page().fill("#view-name", "Small, done");
      doctor.page().click("button:has-text('Keep')");
      doctor.goesTo("/tasks");
      doctor.page().click("summary:has-text('Saved views')");
      doctor.page().click("a:has-text('Small, done')");
      assertThat(doctor.page().locator("#q")).hasValue("Small");
      assertThat(doctor.page().locator(".tabs [aria-current=page]")).containsText("Done");
      doctor.page().click("summary:has-text('Saved views')");
      doctor.page().click("button:has-text('Forget')");
      assertThat(doctor.page().locator("a:has-text('Small, done')")).hasCount(0);
    }
  }

  private void deskConfirms(BrowserVisit reception, String family) {
    var desk = reception.page();
    desk.navigate(vestibule.address() + "/desk/checks");
    desk.fill("[name=username]", DemoAccess.DESK);
    desk.fill("[name=password]", DemoAccess.PASSWORD);
    desk.locator("main button").click();
    desk.waitForURL("**/desk/checks");
    desk.locator("#checks li:has-text('" + family + "') button[value=CONFIRMED]").click();
    assertThat(desk.locator(".notice")).containsText("The doctor sees your answer now.");
  }

  private void standsInToday(String absent, String deputy) {
    try (var visit = chromium.visit(1440, 900)) {
      var doctor = screen(visit, absent).goesTo("/tasks/deputies");
      doctor.page().selectOption("#colleague", vestibule.professional(deputy).id().toString());
      doctor.page().fill("#until", doctor.page().inputValue("#from"));
      doctor.page().click("#arrange-deputy");
      assertThat(doctor.page().locator("#deputies")).containsText("Pollich");
    }
  }

  private void nobodyStandsIn(String absent) {
    try (var visit = chromium.visit(1440, 900)) {
      var doctor = screen(visit, absent).goesTo("/tasks/deputies");
      doctor.page().click("#deputies button");
      assertThat(doctor.page().locator("#deputies li")).hasCount(0);
    }
  }

  private TaskScreen screen(BrowserVisit visit, String npi) {
    return new TaskScreen(visit, vestibule.address()).signedInAs(vestibule.username(npi));
  }

  private UUID notificationOf(UUID patient) {
    return vestibule
        .database()
        .sql("select id from notifications where responsible = :patient")
        .param("patient", patient)
        .query(UUID.class)
        .single();
  }

  private String verificationOf(UUID patient) {
    return vestibule
        .database()
        .sql("select verification from decisions where notification_id = :id")
        .param("id", notificationOf(patient))
        .query(String.class)
        .single();
  }

  private static SmallPatient named(String family, String... doctors) {
    return SmallPatient.of(doctors).named(family, family.toLowerCase(Locale.ROOT) + "@example.org");
  }

  private static String someone() {
    return "Family" + UUID.randomUUID().toString().substring(0, 8);
  }
}
