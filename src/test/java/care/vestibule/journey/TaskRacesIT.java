package care.vestibule.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Await;
import care.vestibule.testing.Chromium;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two doctors click at the same moment: one outcome, and the other is told. */
class TaskRacesIT {

  private static final String ZAVALA = "9999940999";
  private static final String POLLICH = "9999986893";
  private static final int ROUNDS = 44;
  private static final int ANSWERS = 6;

  private final TestInstallation vestibule = TestInstallation.open();
  private final JourneyDoctor zavala = vestibule.doctor(ZAVALA);
  private final JourneyDoctor pollich = vestibule.doctor(POLLICH);

  @BeforeEach
  void waitAsLongAsABusyMachineNeeds() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @Test
  void ofTwoWhoTakeOneRequestAtOnceOneHasItAndTheOtherIsTold() {
    var task = anEscalatedRequest();
    try (var chromium = Chromium.open();
        var one = chromium.visit(1024, 768);
        var other = chromium.visit(1024, 768)) {
      var screens = List.of(screen(one.page(), ZAVALA), screen(other.page(), POLLICH));
      for (int round = 0; round < ROUNDS; round++) {
        clickAtOnce(screens, task, "#take", "#take");
        var news = screens.stream().map(TaskRacesIT::news).toList();
        assertThat(news)
            .as("round " + round)
            .filteredOn(said -> said.contains("You are on it"))
            .hasSize(1);
        assertThat(news)
            .as("round " + round)
            .filteredOn(said -> said.contains("took this"))
            .hasSize(1);
        var winner = news.get(0).contains("You are on it") ? zavala : pollich;
        assertThat(winner.changes(task, "{\"status\": \"pending\"}").statusCode()).isEqualTo(200);
      }
    }
    assertThat(handlerOf(task)).isEqualTo("nobody");
  }

  @Test
  void ofTwoAnswersAtOnceOneStandsAndTheEngineAgrees() {
    try (var chromium = Chromium.open();
        var one = chromium.visit(1024, 768);
        var other = chromium.visit(1024, 768)) {
      var screens = List.of(screen(one.page(), ZAVALA), screen(other.page(), POLLICH));
      for (int round = 0; round < ANSWERS; round++) {
        var task = anEscalatedRequest();
        clickAtOnce(screens, task, "#approve", "#decline");
        var news = screens.stream().map(TaskRacesIT::news).toList();
        var approved = news.get(0).contains("Approved.");
        assertThat(news)
            .filteredOn(said -> said.contains("Approved.") || said.contains("Declined."))
            .hasSize(1);
        assertThat(news)
            .filteredOn(
                said ->
                    said.contains("answered already")
                        || said.contains("took this")
                        || said.contains("closed"))
            .hasSize(1);
        zavala.awaitsStatus(task, approved ? "completed" : "cancelled");
        engineAgrees(task, approved);
      }
    }
  }

  /** The engine took one completion of that task, with the answer that stands. */
  private void engineAgrees(UUID task, boolean approved) {
    var unused =
        Await.until(
            "one completion of " + task,
            Duration.ofSeconds(30),
            () ->
                vestibule
                    .database()
                    .sql(
                        """
                        select variables ->> 'approved' from engine_outbox
                        where form_reference = :task and sent_at is not null
                        """)
                    .param("task", task)
                    .query(String.class)
                    .list(),
            seen -> seen.equals(List.of(String.valueOf(approved))));
  }

  private static void clickAtOnce(List<Page> screens, UUID task, String first, String second) {
    screens.forEach(page -> page.navigate(page.url().replaceAll("/tasks.*", "/tasks/" + task)));
    var at = ((Number) screens.getFirst().evaluate("Date.now()")).doubleValue() + 400;
    screens.get(0).evaluate(CLICK, List.of(first, at));
    screens.get(1).evaluate(CLICK, List.of(second, at));
    screens.forEach(page -> assertThat(page.locator("#news")).isVisible());
  }

  private static final String CLICK =
      "([what, at]) => setTimeout(() => document.querySelector(what).click(), at - Date.now())";

  private static String news(Page page) {
    return page.locator("#news").innerText();
  }

  private Page screen(Page page, String npi) {
    return new TaskScreen(page, vestibule.address()).signedInAs(vestibule.username(npi)).page();
  }

  private UUID anEscalatedRequest() {
    var task = zavala.awaitsRequestOf(vestibule.patientWhoAsks(SmallPatient.of(ZAVALA)));
    vestibule
        .database()
        .sql("update notifications set open_to_deputies = true where id = :id")
        .param("id", task)
        .update();
    return task;
  }

  private String handlerOf(UUID task) {
    return vestibule
        .database()
        .sql("select coalesce(handler::text, 'nobody') from notifications where id = :id")
        .param("id", task)
        .query(String.class)
        .single();
  }
}
