package care.vestibule.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.monitoring.EngineStory;
import care.vestibule.monitoring.MonitoringFixture;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.process.projection.Projection;
import care.vestibule.tenancy.ClinicId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MonitoringTest
class RetryTests {

  private static final String LOCKED = "/monitor/retries/new?cause=KEYSTORE_LOCKED";
  private static final Pattern CHOSEN = Pattern.compile("name=\"incident\" value=\"(\\d+)\"");

  private final MonitoringFixture ward;
  private final Projection projection;
  private final ClinicId clinic;
  private final OperatorBrowser operator;
  private final int port;

  RetryTests(
      @Autowired MonitoringFixture ward,
      @Autowired Projection projection,
      @LocalServerPort int port) {
    this.ward = ward;
    this.projection = projection;
    this.port = port;
    this.clinic = ward.aClinic();
    this.operator =
        new OperatorBrowser(port).signIn(ward.operationsOf(clinic), MonitoringFixture.PASSWORD);
  }

  @Test
  void thePageTellsThatTheCauseIsNotMendedAndThenThatItIs() {
    var story = locked();
    var incident = chosen(LOCKED).getFirst();

    var first = tryAgain(LOCKED);
    assertThat(operator.page(first)).contains("The engine was told").contains("every 2s");
    story.seenBy(projection);
    assertThat(operator.page(first)).contains("Still running").contains("every 2s");
    story.stuck("send-invitation", "KEYSTORE_LOCKED").seenBy(projection);
    assertThat(operator.page(first))
        .contains("Failed again")
        .contains("is locked or missing")
        .doesNotContain("every 2s")
        .doesNotContain("??");

    var second = tryAgain(LOCKED);
    story.completes("send-invitation", Map.of()).seenBy(projection);
    assertThat(operator.page(second)).contains("Resolved").doesNotContain("every 2s");
    assertThat(operator.page("/monitor/problems")).contains("Nothing is stuck, every doctor");
    assertThat(ward.done(clinic, "incident:" + incident))
        .containsExactly("INCIDENT_RETRIED KEYSTORE_LOCKED");
  }

  @Test
  void nothingOutsideTheSelectionIsTouched() {
    locked();
    var other = EngineStory.invited(clinic).stuck("send-invitation", "HCP_KEY_MISSING");
    other.seenBy(projection);

    var preview = operator.page(LOCKED);
    tryAgain(LOCKED);
    other.seenBy(projection);

    assertThat(preview).contains("1 in all").doesNotContain("does not hold the doctor");
    assertThat(operator.page("/monitor/problems"))
        .contains("HCP_KEY_MISSING")
        .doesNotContain("KEYSTORE_LOCKED");
  }

  @Test
  void aProcessThatIsWithdrawnMeanwhileNeedsNothingMore() {
    var story = locked();
    var look = tryAgain(LOCKED);

    story.withdrawn().seenBy(projection);

    assertThat(operator.page(look)).contains("Not needed any more");
  }

  @Test
  void anotherClinicsIncidentIsNeitherTriedNorShown() {
    locked();
    var incidents = chosen(LOCKED);
    var stranger =
        new OperatorBrowser(port)
            .signIn(ward.operationsOf(ward.aClinic()), MonitoringFixture.PASSWORD);
    var form = form(incidents);

    var answer = stranger.submit("/monitor", "/monitor/retries", form);
    projection.apply(EngineStory.records());

    assertThat(answer.body()).contains("Nothing of it is stuck any more.");
    assertThat(stranger.page("/monitor/retries/new?incident=" + incidents.getFirst()))
        .contains("Nothing of it is stuck any more.");
    assertThat(chosen(LOCKED)).isEqualTo(incidents);
    assertThat(stranger.get(tryAgain(LOCKED)).statusCode()).isEqualTo(404);
  }

  private EngineStory locked() {
    return EngineStory.invited(clinic)
        .stuck("send-invitation", "KEYSTORE_LOCKED")
        .seenBy(projection);
  }

  private String tryAgain(String preview) {
    var answer = operator.submit(preview, "/monitor/retries", form(chosen(preview)));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.uri().getPath();
  }

  private List<Long> chosen(String preview) {
    return CHOSEN
        .matcher(operator.page(preview))
        .results()
        .map(hit -> Long.valueOf(hit.group(1)))
        .toList();
  }

  private static String form(List<Long> incidents) {
    return incidents.stream().map(key -> "incident=" + key).collect(Collectors.joining("&"));
  }
}
