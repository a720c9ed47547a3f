package care.vestibule.monitoring.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.monitoring.EngineStory;
import care.vestibule.monitoring.MonitoringFixture;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.monitoring.MovableClock;
import care.vestibule.monitoring.ScrapeToken;
import care.vestibule.process.projection.Projection;
import care.vestibule.telemetry.TracedWork;
import care.vestibule.telemetry.Traces;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.Yaml;

/** What a collector is told, and what the rules and the dashboard in the documents make of it. */
@MonitoringTest
class ScrapeTests {

  private static final Path RULES = Path.of("docs/alerts.yaml");
  private static final Path DASHBOARD = Path.of("docs/dashboard.json");
  private static final Pattern METRIC = Pattern.compile("\\bvestibule_[a-z_]+");
  private static final Pattern REFERENCE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final MonitoringFixture ward;
  private final Projection projection;
  private final MovableClock clock;
  private final Traces traces;

  ScrapeTests(
      @LocalServerPort int port,
      @Autowired MonitoringFixture ward,
      @Autowired Projection projection,
      @Autowired MovableClock clock,
      @Autowired Traces traces) {
    this.port = port;
    this.ward = ward;
    this.projection = projection;
    this.clock = clock;
    this.traces = traces;
  }

  @AfterEach
  void backToToday() {
    clock.reset();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer ",
        "Bearer zz",
        "Bearer 0123456789abcdef0123456789abcdee",
        "Bearer 0123456789abcdef",
        "Basic " + MonitoringTest.TOKEN
      })
  void whoDoesNotShowTheTokenIsToldNothing(String authorization) {
    var answer = asks(authorization);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void withoutATokenNobodyIsLetIn() {
    assertThat(ScrapeToken.none().opensFor("Bearer ")).isFalse();
    assertThat(ScrapeToken.none().opensFor("Bearer " + MonitoringTest.TOKEN)).isFalse();
    assertThatThrownBy(() -> ScrapeToken.of(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTokenIsReplacedWithoutAGap() {
    var token = ScrapeToken.of(new byte[16]).accepting(List.of(ScrapeToken.of(new byte[17])));

    assertThat(token.opensFor("Bearer " + "00".repeat(16))).isTrue();
    assertThat(token.opensFor("Bearer " + "00".repeat(17))).isTrue();
    assertThat(token.opensFor("Bearer " + "00".repeat(18))).isFalse();
  }

  @Test
  void everyMetricOfTheDocumentsIsTold() throws IOException {
    EngineStory.invited(ward.aClinic()).loggedIn().notified().seenBy(projection);
    for (var work : TracedWork.values()) {
      traces.step(work, "test", Optional.empty(), () -> "done", done -> done);
    }
    var told = scrape().names();

    for (var file : List.of(RULES, DASHBOARD, Path.of("docs/operations.md"))) {
      assertThat(namesIn(file)).as(file.toString()).isNotEmpty().isSubsetOf(told);
    }
    assertThat(namesIn(DASHBOARD)).contains("vestibule_sms_today", "vestibule_sms_breaker");
  }

  @Test
  void noLabelNamesAClinicOrAPerson() {
    EngineStory.invited(ward.aClinic()).loggedIn().notified().seenBy(projection);

    assertThat(scrape().samples())
        .flatMap(Scrape.Sample::labels)
        .noneMatch(label -> REFERENCE.matcher(label).find())
        .isNotEmpty();
  }

  @Test
  void everyRuleIsReadableAndAboutSomethingThatIsTold() throws IOException {
    var told = scrape();

    assertThat(rules()).isNotEmpty().allMatch(rule -> rule.isAboutSomethingIn(told));
    assertThatThrownBy(() -> AlertRule.of(Map.of("alert", "x", "expr", "max(x)) > 1", "for", "1m")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theAlertFiresWhenProcessesHaveBeenStuckForTenMinutesAndNoSooner() throws IOException {
    var stuck = rule("VestibuleProcessesStuck");
    EngineStory.invited(ward.aClinic())
        .stuck("send-invitation", "KEYSTORE_LOCKED")
        .seenBy(projection);
    var scrapes = new ArrayList<>(List.of(scrape()));
    assertThat(stuck.fires(scrapes)).isFalse();

    clock.advance(Duration.ofMinutes(9));
    scrapes.add(scrape());
    assertThat(stuck.fires(scrapes)).isFalse();

    clock.advance(Duration.ofMinutes(1));
    scrapes.add(scrape());
    assertThat(stuck.fires(scrapes)).isTrue();
  }

  @Test
  void theAlertFiresWhileRecordsCannotBeSharedAfterAHold() throws IOException {
    var waits = rule("VestibuleHoldsWait");
    var clinic = ward.aClinic();
    var asked = ward.asked(clinic, ward.aDoctor(clinic), UUID.randomUUID(), Optional.empty());
    var record = ward.holdEnded(asked, Optional.of("HCP_KEY_MISSING"));
    clock.advance(Duration.ofMinutes(1));
    var scrapes = new ArrayList<>(List.of(scrape()));
    clock.advance(Duration.ofMinutes(10));
    scrapes.add(scrape());
    assertThat(waits.fires(scrapes)).isTrue();

    ward.holdSettled(clinic, record);
    clock.advance(Duration.ofMinutes(1));
    scrapes.add(scrape());
    assertThat(scrapes.getLast().values("vestibule_holds_waiting"))
        .containsExactly(scrapes.getFirst().values("vestibule_holds_waiting").getFirst() - 1);
  }

  @Test
  void theLengthsOfStepsAreAHistogramOfTheLastDay() {
    var before = count("send-invitation");
    EngineStory.invited(ward.aClinic()).loggedIn().notified().seenBy(projection);
    clock.advance(Duration.ofMinutes(1));

    assertThat(count("send-invitation")).isEqualTo(before + 1);
  }

  private double count(String step) {
    return scrape()
        .values("vestibule_step_seconds_bucket{step=\"" + step + "\",le=\"+Inf\"}")
        .stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  private Scrape scrape() {
    var answer = asks("Bearer " + MonitoringTest.TOKEN);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Scrape.of(clock.instant(), answer.body());
  }

  private HttpResponse<String> asks(String authorization) {
    var address = URI.create("http://localhost:%d/actuator/prometheus".formatted(port));
    var request = HttpRequest.newBuilder(address);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
  }

  private static AlertRule rule(String name) throws IOException {
    return rules().stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<AlertRule> rules() throws IOException {
    Map<String, ?> file = new Yaml().load(Files.readString(RULES));
    return children(file, "groups").stream()
        .flatMap(group -> children(group, "rules").stream())
        .map(AlertRule::of)
        .toList();
  }

  @SuppressWarnings("unchecked") // lists of maps, by the format
  private static List<Map<String, ?>> children(Map<String, ?> of, String name) {
    return (List<Map<String, ?>>) Objects.requireNonNull(of.get(name));
  }

  private static Set<String> namesIn(Path file) throws IOException {
    return METRIC
        .matcher(Files.readString(file))
        .results()
        .map(hit -> hit.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
