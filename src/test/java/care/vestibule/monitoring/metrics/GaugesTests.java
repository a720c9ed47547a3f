package care.vestibule.monitoring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.monitoring.EngineHealthCheck;
import care.vestibule.monitoring.EngineStory;
import care.vestibule.monitoring.MonitoringFixture;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.monitoring.MovableClock;
import care.vestibule.process.projection.Projection;
import care.vestibule.testing.TestDatabase;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MonitoringTest
class GaugesTests {

  private final MonitoringFixture ward;
  private final Projection projection;
  private final EngineHealthCheck pulses;
  private final MovableClock clock;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  GaugesTests(
      @Autowired MonitoringFixture ward,
      @Autowired Projection projection,
      @Autowired EngineHealthCheck pulses,
      @Autowired MovableClock clock,
      @Autowired List<MeterBinder> gauges) {
    this.ward = ward;
    this.projection = projection;
    this.pulses = pulses;
    this.clock = clock;
    gauges.forEach(some -> some.bindTo(registry));
  }

  @Test
  void theNumbersFollowTheDatabaseWithoutARestart() {
    var clinic = ward.aClinic();
    projection.apply(EngineStory.records());
    clock.advance(Duration.ofSeconds(5));
    var running = gauge("vestibule.processes", "state", "running");
    var stuck = gauge("vestibule.processes", "state", "stuck");
    var incidents = gauge("vestibule.incidents.open", "kind", "all");
    var doctors = gauge("vestibule.waiting", "whom", "doctor");

    clock.advance(Duration.ofSeconds(5));
    EngineStory.invited(clinic).stuck("send-invitation", "KEYSTORE_LOCKED");
    EngineStory.invited(clinic).loggedIn().notified().seenBy(projection);

    assertThat(gauge("vestibule.processes", "state", "running")).isEqualTo(running + 2);
    assertThat(gauge("vestibule.processes", "state", "stuck")).isEqualTo(stuck + 1);
    assertThat(gauge("vestibule.incidents.open", "kind", "all")).isEqualTo(incidents + 1);
    assertThat(gauge("vestibule.waiting", "whom", "doctor")).isEqualTo(doctors + 1);
  }

  @Test
  void theExportersLagIsTheLongestOfAllPartitions() {
    TestDatabase.get().jdbc().sql("delete from engine_exporter").update();
    pulses.heard(1, Duration.ofMillis(1500));
    pulses.heard(2, Duration.ofMillis(250));

    assertThat(registry.get("vestibule.exporter.lag").gauge().value()).isEqualTo(1.5);
  }

  private double gauge(String name, String tag, String value) {
    return registry.get(name).tag(tag, value).gauge().value();
  }
}
