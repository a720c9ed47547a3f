package care.vestibule.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.local.demo.DemoAccess;
import care.vestibule.testing.Await;
import care.vestibule.testing.Axe;
import care.vestibule.testing.BrowserVisit;
import care.vestibule.testing.Chromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page of the staff and every state of a request, by WCAG 2.2 A and AA, bright and dark. */
class AccessibleIT {

  private static final String ZAVALA = "9999940999";
  private static final String POLLICH = "9999986893";

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
  void theTaskListInEveryPartAndEveryStateOfARequest() {
    var states = new ArrayList<>(List.of("/tasks", "/tasks?view=done", "/tasks?view=deputy"));
    states.addAll(List.of("/tasks?q=nobody", "/tasks/selection", "/tasks/deputies"));
    requestsInEveryState().forEach((state, id) -> states.add("/tasks/" + id + "?news=" + state));
    states.add("/tasks/" + chosen() + "?news=has-holds");
    states.add("/tasks/" + chosen() + "/records?done=true");
    looksAt(vestibule.username(ZAVALA), "/tasks", states);
  }

  @Test
  void thePagesOfTheDesk() {
    var patient = vestibule.patientWhoAsks(SmallPatient.of(ZAVALA));
    var invitation = invitationOf(patient);
    looksAt(
        DemoAccess.DESK,
        "/desk",
        List.of(
            "/desk", "/desk/patients?q=Small", "/desk/checks", "/desk/invitations/" + invitation));
  }

  @Test
  void thePagesOfOperations() {
    var asked = processThatAsked(vestibule.patientWhoAsks(SmallPatient.of(ZAVALA)));
    var instance = "/monitor/instances/" + asked.get("instance");
    var decisions = instance + "/operations/";
    looksAt(
        DemoAccess.OPERATIONS,
        "/monitor",
        List.of(
            "/monitor",
            "/monitor/problems",
            "/monitor/deadlines?show=all",
            "/monitor/instances",
            instance,
            decisions + "cancel",
            decisions + "extend",
            decisions + "resend",
            decisions + "withdraw",
            decisions + "more-time",
            decisions + "hand-over?notification=" + asked.get("notification"),
            "/monitor/diagram",
            "/monitor/engine"));
  }

  @Test
  void theDrawingOfAProcessShowsWhereItStandsAndLeadsToTheRow() {
    var asked = processThatAsked(vestibule.patientWhoAsks(SmallPatient.of(ZAVALA)));
    var address = vestibule.address() + "/monitor/instances/" + asked.get("instance");
    try (var visit = chromium.visit(1440, 900);
        var plain = chromium.visitWithoutScripts(360, 740)) {
      var page = visit.page();
      signIn(page, "/monitor", DemoAccess.OPERATIONS);
      page.navigate(address);
      assertThat(at(page, "approve-access", "standing")).hasText("1");
      assertThat(at(page, "approve-access", "took")).hasText(Pattern.compile("^(<|\\d).* s$"));
      assertThat(at(page, "await-login", "took")).hasText(Pattern.compile("^✓ .* s$"));
      assertThat(at(page, "await-login", "standing")).hasCount(0);
      assertThat(page.locator("#diagram .passed[data-element-id=await-login]")).hasCount(1);
      assertThat(page.locator("#diagram .bjs-powered-by")).isVisible();
      page.locator("#diagram [data-element-id=await-login] .djs-hit").first().click();
      assertThat(page.locator("tr:target")).containsText("Wait for the patient to log in");
      at(page, "notify-hcps", "took").click();
      assertThat(page.locator("tr:target")).containsText("Notify the doctors");
      assertThat(visit.complaints()).isEmpty();

      signIn(plain.page(), "/monitor", DemoAccess.OPERATIONS);
      plain.page().navigate(address);
      assertThat(plain.page().locator("tr[data-element=approve-access]")).isVisible();
      assertThat(plain.page().locator("#drawing")).isHidden();
    }
  }

  private static Locator at(Page page, String element, String badge) {
    return page.locator("#diagram [data-container-id=" + element + "] .badge." + badge);
  }

  /** The key of a patient's process, once it is shown, and the request to the doctor. */
  private Map<String, @Nullable Object> processThatAsked(UUID patient) {
    return Await.until(
            "a process that asked a doctor",
            Duration.ofSeconds(30),
            () ->
                vestibule
                    .database()
                    .sql(
                        """
                        select p.instance_key as instance, n.id as notification
                        from engine_instance p join notifications n on n.invitation = p.invitation_id
                          join invitation i on i.id = n.invitation
                        where i.patient_id = :patient
                        """)
                    .param("patient", patient)
                    .query()
                    .listOfRows(),
            found -> !found.isEmpty())
        .getFirst();
  }

  @Test
  void thePagesBeforeAnybodyIsSignedIn() {
    try (var visit = chromium.visit(360, 740)) {
      var found = new ArrayList<String>();
      for (var path :
          List.of(
              "/", "/login", "/login?refused", "/my/login", "/i", "/nothing", "/local/design")) {
        visit.page().navigate(vestibule.address() + path);
        found.addAll(violations(visit.page(), path));
      }
      assertThat(found).isEmpty();
    }
  }

  private void looksAt(String username, String home, List<String> paths) {
    var found = new ArrayList<String>();
    for (var visit : List.of(chromium.visit(1440, 900), chromium.visitInTheDark(360, 740))) {
      try (visit) {
        signIn(visit.page(), home, username);
        for (var path : paths) {
          visit.page().navigate(vestibule.address() + path);
          assertThat(visit.page().locator("main h1:visible").first()).isVisible();
          waitForTheDrawing(visit.page());
          found.addAll(violations(visit.page(), path));
          assertThat(scrollsSideways(visit.page())).as(path + " scrolls sideways").isFalse();
        }
        keepPictures(visit, paths);
      }
    }
    assertThat(found).isEmpty();
  }

  private void keepPictures(BrowserVisit visit, List<String> paths) {
    var width = visit.page().viewportSize().width;
    for (var path : paths) {
      visit.page().navigate(vestibule.address() + path);
      waitForTheDrawing(visit.page());
      var name = path.replaceAll("[?=&].*|[0-9a-f-]{36}", "").replaceAll("[^a-z]+", "-");
      visit.keepWholePicture("page" + name + "-" + paths.indexOf(path) + "-" + width);
    }
  }

  private static void waitForTheDrawing(Page page) {
    if (page.locator("#drawing").count() > 0) {
      assertThat(page.locator("#diagram .badge.standing").first()).isVisible();
    }
  }

  private static List<String> violations(Page page, String path) {
    assertThat(Axe.rulesThatApplyTo(page)).as("rules for " + path).isPositive();
    return Axe.violationsOn(page).stream().map(one -> path + ": " + one).toList();
  }

  private static boolean scrollsSideways(Page page) {
    return (Boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  private Map<String, UUID> requestsInEveryState() {
    var doctor = vestibule.doctor(ZAVALA);
    var taken = request();
    doctor.changes(taken, "{\"status\": \"ongoing\"}");
    var approved = request();
    doctor.approves(approved);
    doctor.awaitsStatus(approved, "completed");
    var declined = request();
    doctor.declines(declined, "TALK_FIRST", "Please call.");
    var checked = request();
    var page = doctor.opens(checked).body();
    doctor
        .http()
        .submit(
            "/tasks/" + checked + "/check",
            Map.of(
                "fingerprint", doctor.fingerprintOn(checked), "_csrf", JourneyHttp.csrfIn(page)));
    var handed = request();
    doctor
        .http()
        .post(
            "/api/v1/tasks/" + handed + "/assign",
            "application/json",
            "{\"colleague\": \"" + vestibule.professional(POLLICH).id() + "\"}");
    return Map.of(
        "waiting",
        request(),
        "taken",
        taken,
        "approved",
        approved,
        "declined",
        declined,
        "checked",
        checked,
        "handed",
        handed);
  }

  /** A request of which single records are to be held back. */
  private UUID chosen() {
    var doctor = vestibule.doctor(ZAVALA);
    var request = request();
    var records = JourneyHttp.json(doctor.http().get("/api/v1/tasks/" + request + "/records"));
    doctor
        .http()
        .submit(
            "/tasks/" + request + "/records",
            Map.of(
                "record",
                records.get("records").get(0).get("id").asString(),
                "reason",
                "PREVENT_HARM",
                "until",
                LocalDate.now(ZoneId.systemDefault()).toString(),
                "_csrf",
                JourneyHttp.csrfIn(doctor.opens(request).body())));
    return request;
  }

  private UUID request() {
    return vestibule
        .doctor(ZAVALA)
        .awaitsRequestOf(vestibule.patientWhoAsks(SmallPatient.of(ZAVALA, POLLICH)));
  }

  private UUID invitationOf(UUID patient) {
    return vestibule
        .database()
        .sql("select id from invitation where patient_id = :patient")
        .param("patient", patient)
        .query(UUID.class)
        .single();
  }

  private void signIn(Page page, String home, String username) {
    page.navigate(vestibule.address() + home);
    page.fill("[name=username]", username);
    page.fill("[name=password]", DemoAccess.PASSWORD);
    page.locator("main button").click();
    page.waitForURL("**" + home);
  }
}
