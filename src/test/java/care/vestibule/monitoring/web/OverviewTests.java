package care.vestibule.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import care.vestibule.identity.Actor;
import care.vestibule.monitoring.EngineStory;
import care.vestibule.monitoring.MonitoringFixture;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.process.projection.Projection;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.TestDatabase;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.ui.ExtendedModelMap;

@MonitoringTest
class OverviewTests {

  private final MonitoringFixture ward;
  private final Projection projection;
  private final DashboardModel frame;
  private final ClinicId clinic;
  private final OperatorBrowser operator;
  private final int port;

  OverviewTests(
      @Autowired MonitoringFixture ward,
      @Autowired Projection projection,
      @Autowired DashboardModel frame,
      @LocalServerPort int port) {
    this.ward = ward;
    this.projection = projection;
    this.frame = frame;
    this.port = port;
    this.clinic = ward.aClinic();
    this.operator =
        new OperatorBrowser(port).signIn(ward.operationsOf(clinic), MonitoringFixture.PASSWORD);
  }

  @Test
  void nobodyButOperationsComesIn() {
    var stranger = new OperatorBrowser(port);
    var doctor =
        new OperatorBrowser(port).signIn(ward.doctorOf(clinic), MonitoringFixture.PASSWORD);

    assertThat(stranger.get("/monitor").uri().getPath()).isEqualTo("/login");
    for (var path : new String[] {"", "/problems", "/instances", "/instances/1", "/retries/new"}) {
      assertThat(doctor.get("/monitor" + path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(operator.get("/").uri().getPath()).isEqualTo("/monitor");
  }

  @Test
  void eachPanelIsLoadedByItselfAndHasALinkForBrowsersWithoutJavaScript() {
    var page = operator.page("/monitor?days=7");

    assertThat(page).doesNotContain("??").doesNotContain("/tasks");
    for (var panel : Panel.values()) {
      var address = "/monitor/panels/" + panel + "?days=7";
      assertThat(page).contains("hx-get=\"" + address + "\"").contains("href=\"" + address + "\"");
      var alone = operator.page(address);
      assertThat(alone).contains("<html").doesNotContain("??");
      var part = operator.get(address, "HX-Request", "true").body();
      assertThat(part).doesNotContain("<html").doesNotContain("??");
      assertThat(alone).contains(part.strip().lines().findFirst().orElseThrow().strip());
    }
    assertThat(operator.get("/monitor/panels/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void aPanelThatFailsSaysSoInItsPlace() {
    var broken = mock(PanelContent.class);
    when(broken.of(any(), anyInt())).thenThrow(new DataAccessResourceFailureException("gone"));
    var page = new OverviewPage(broken, frame);
    var someone = new Actor.Operations(clinic, UUID.randomUUID());

    var view = page.panel(someone, Panel.alarms, 30, true, new ExtendedModelMap(), Locale.ENGLISH);

    assertThat(view).isEqualTo("monitoring/panels :: failed");
  }

  @Test
  void theFunnelTellsHowManyCameHowFarWhoStandsThereAndWhoIsLost() {
    EngineStory.invited(clinic);
    EngineStory.invited(clinic).loggedIn();
    EngineStory.invited(clinic).loggedIn().notified();
    EngineStory.invited(clinic).loggedIn().notified().approved();
    EngineStory.invited(clinic).loggedIn().notified().approved().shared();
    EngineStory.invited(clinic).loggedIn().notified().approved().shared().told();
    EngineStory.invited(clinic).withdrawn().seenBy(projection);

    var panel = operator.page("/monitor/panels/funnel").replaceAll("\\s+", " ");

    assertThat(numbers(panel, "INVITED")).isEqualTo("7: 100 %; 1 stand here, 1 ended here");
    assertThat(numbers(panel, "LOGGED_IN")).isEqualTo("5: 71 %; 1 stand here, 0 ended here");
    assertThat(numbers(panel, "NOTIFIED")).isEqualTo("4: 57 %; 1 stand here, 0 ended here");
    assertThat(numbers(panel, "APPROVED")).isEqualTo("3: 43 %; 1 stand here, 0 ended here");
    assertThat(numbers(panel, "SHARED")).isEqualTo("2: 29 %; 1 stand here, 0 ended here");
    assertThat(numbers(panel, "COMPLETED")).isEqualTo("1: 14 %; 0 stand here, 0 ended here");
  }

  @Test
  void aProcessOfWhichEverythingIsHeldBackCountsAsApprovedAndNotAsShared() {
    EngineStory.invited(clinic).loggedIn().notified().approved().heldBack();
    EngineStory.invited(clinic)
        .loggedIn()
        .notified()
        .approved()
        .heldBack()
        .told("PARTLY_SHARED")
        .seenBy(projection);

    var panel = operator.page("/monitor/panels/funnel").replaceAll("\\s+", " ");

    assertThat(numbers(panel, "APPROVED")).isEqualTo("2: 100 %; 1 stand here, 1 ended here");
    assertThat(numbers(panel, "SHARED")).isEqualTo("0: 0 %; 0 stand here, 0 ended here");
    assertThat(numbers(panel, "COMPLETED")).isEqualTo("0: 0 %; 0 stand here, 0 ended here");
  }

  @Test
  void theFunnelTellsHowLongItTakesToTheNextStep() {
    var stories = Stream.generate(() -> EngineStory.invited(clinic).loggedIn()).limit(3).toList();
    EngineStory.invited(clinic).seenBy(projection);
    for (int hours = 1; hours <= 3; hours++) {
      changed(
          """
          update engine_element set entered_at = (
              select entered_at from engine_element
              where instance_key = :key and element_id = 'notify-hcps') - :hours * interval '1 hour'
          where instance_key = :key and element_id = 'invitation-requested'
          """,
          Map.of("key", stories.get(hours - 1).instance(), "hours", hours));
    }

    var panel = operator.page("/monitor/panels/funnel").replaceAll("\\s+", " ");

    assertThat(panel)
        .containsOnlyOnce("half within 2 h 0 min, 95 in 100 within 2 h 54 min")
        .containsOnlyOnce("to the next");
  }

  @Test
  void whatIsLateAndWhatDidNotArriveIsCounted() {
    assertThat(operator.page("/monitor/panels/arrears")).contains("Nothing is late");
    var story = EngineStory.invited(clinic).seenBy(projection);
    changed(
        """
        update engine_element set entered_at = now() - interval '300 days'
        where instance_key = :key and left_at is null
        """,
        Map.of("key", story.instance()));
    ward.posted(clinic, story.invitation(), "INVITATION", "REFUSED", "ADDRESS_INVALID");
    ward.posted(clinic, story.invitation(), "REMINDER", "SENT", "OK");
    ward.posted(clinic, story.invitation(), "RECORD_OPEN", "FAILED", "TIMEOUT");

    assertThat(operator.page("/monitor/panels/arrears"))
        .contains("<b>1</b><a href=\"/monitor/deadlines?kind=step&amp;show=late\">")
        .contains("<b>0</b><a href=\"/monitor/deadlines?kind=law&amp;show=late\">")
        .contains("<b>1</b><span>messages of the last day not delivered</span>");
  }

  private static void changed(String sql, Map<String, ?> parameters) {
    assertThat(TestDatabase.get().jdbc().sql(sql).params(parameters).update()).isPositive();
  }

  @Test
  void whereTheyStandIsCountedByStep() {
    EngineStory.invited(clinic).loggedIn().notified();
    EngineStory.invited(clinic);
    EngineStory.invited(clinic).seenBy(projection);

    assertThat(operator.page("/monitor/panels/standing").replaceAll("\\s+", " "))
        .contains("<b>3</b><a href=\"/monitor/instances?state=running\">running</a>")
        .contains("Check the request, approve or decline</span> <b class=\"end\">1</b>")
        .contains("Send the invitation</span> <b class=\"end\">2</b>")
        .contains("/monitor/instances?state=running&amp;element=approve-access");
  }

  private static String numbers(String panel, String step) {
    return panel.replaceAll(
        ".*id=\"funnel-" + step + "\".*?<b>(\\d+)</b> <span[^>]*><span[^>]*>([^<]*)<.*", "$1: $2");
  }
}
