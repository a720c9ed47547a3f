package care.vestibule.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.monitoring.EngineStory;
import care.vestibule.monitoring.MonitoringFixture;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.monitoring.MovableClock;
import care.vestibule.process.projection.Projection;
import care.vestibule.tenancy.ClinicId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MonitoringTest
class DeadlinesTests {

  private final MonitoringFixture ward;
  private final Projection projection;
  private final MovableClock clock;
  private final MeterRegistry meters;
  private final ClinicId clinic;
  private final String username;
  private final OperatorBrowser operator;
  private final int port;

  DeadlinesTests(
      @Autowired MonitoringFixture ward,
      @Autowired Projection projection,
      @Autowired MovableClock clock,
      @Autowired MeterRegistry meters,
      @LocalServerPort int port) {
    this.ward = ward;
    this.projection = projection;
    this.clock = clock;
    this.meters = meters;
    this.port = port;
    this.clinic = ward.aClinic();
    this.username = ward.operationsOf(clinic);
    this.operator = new OperatorBrowser(port).signIn(username, MonitoringFixture.PASSWORD);
  }

  @AfterEach
  void backToToday() {
    clock.reset();
  }

  @Test
  void aStepIsInTimeThenAtRiskThenLate() {
    var story = EngineStory.invited(clinic).seenBy(projection);
    assertThat(operator.page("/monitor/deadlines")).contains("There are none.");
    assertThat(operator.page("/monitor/deadlines?show=all"))
        .contains("In time", "Send the invitation", "" + story.instance());

    clock.advance(Duration.ofMinutes(13));
    assertThat(operator.page("/monitor/deadlines"))
        .contains(">At risk</span>")
        .doesNotContain(">Late</span>");

    clock.advance(Duration.ofMinutes(3));
    assertThat(operator.page("/monitor/deadlines?show=late"))
        .contains(">Late</span>", "none, ")
        .doesNotContain("??");
    assertThat(operator.page("/monitor/deadlines?show=risk")).contains("There are none.");
    assertThat(operator.page("/monitor/deadlines?kind=law")).contains("There are none.");

    story.loggedIn().seenBy(projection);
    assertThat(operator.page("/monitor/deadlines?show=late"))
        .contains("Notify the doctors")
        .doesNotContain("Send the invitation");
  }

  @Test
  void thePatientsRequestIsAtRiskAfterFourFifthsOfTheMonthAndLateAfterIt() {
    var invitation = UUID.randomUUID();
    ward.asked(clinic, ward.aDoctor(clinic), invitation, Optional.empty());
    assertThat(operator.page("/monitor/problems")).contains("Nothing is stuck, every doctor");

    clock.advance(Duration.ofDays(25));
    operator.signIn(username, MonitoringFixture.PASSWORD);
    assertThat(operator.page("/monitor/deadlines?kind=law"))
        .contains(">At risk</span>", "one month (GDPR Art. 12)", invitation.toString())
        .doesNotContain("??");
    assertThat(operator.page("/monitor/problems"))
        .contains("The law leaves little time", "one request")
        .doesNotContain("??");
    assertThat(gauge("at_risk")).isPositive();
    var late = gauge("late");

    clock.advance(Duration.ofDays(7));
    operator.signIn(username, MonitoringFixture.PASSWORD);
    assertThat(operator.page("/monitor/deadlines?show=late")).contains(invitation.toString());
    assertThat(gauge("late")).isGreaterThan(late);
  }

  @Test
  void whatHasTheLeastTimeLeftComesFirst() {
    var story = EngineStory.invited(clinic).seenBy(projection);
    var invitation = UUID.randomUUID();
    ward.asked(clinic, ward.aDoctor(clinic), invitation, Optional.empty());

    var page = operator.page("/monitor/deadlines?show=all");

    assertThat(page.indexOf("" + story.instance()))
        .isPositive()
        .isLessThan(page.indexOf(invitation.toString()));
  }

  @Test
  void anotherClinicsDeadlinesAreNotShown() {
    var story = EngineStory.invited(clinic).seenBy(projection);
    var invitation = UUID.randomUUID();
    ward.asked(clinic, ward.aDoctor(clinic), invitation, Optional.empty());
    var stranger =
        new OperatorBrowser(port)
            .signIn(ward.operationsOf(ward.aClinic()), MonitoringFixture.PASSWORD);

    assertThat(stranger.page("/monitor/deadlines?show=all"))
        .doesNotContain("" + story.instance())
        .doesNotContain(invitation.toString());
  }

  private double gauge(String state) {
    return meters.get("vestibule.deadlines").tag("kind", "law").tag("state", state).gauge().value();
  }
}
