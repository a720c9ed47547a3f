package care.vestibule.monitoring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.monitoring.EngineStory;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.monitoring.Pulses;
import care.vestibule.monitoring.Ward;
import care.vestibule.monitoring.projection.Projection;
import care.vestibule.testing.TestDatabase;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MonitoringTest
class GaugesTests {

  private static final Pattern METRIC = Pattern.compile("\\bvestibule_[a-z_]+");

  private final Ward ward;
  private final Projection projection;
  private final Pulses pulses;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  GaugesTests(
      @Autowired Ward ward,
      @Autowired Projection projection,
      @Autowired Pulses pulses,
      @Autowired List<MeterBinder> gauges) {
    this.ward = ward;
    this.projection = projection;
    this.pulses = pulses;
    gauges.forEach(some -> some.bindTo(registry));
  }

  @Test
  void theNumbersFollowTheDatabaseWithoutARestart() {
    var clinic = ward.aClinic();
    projection.apply(EngineStory.records());
    var running = gauge("vestibule.processes", "state", "running");
    var stuck = gauge("vestibule.processes", "state", "stuck");
    var incidents = gauge("vestibule.incidents.open", "kind", "all");
    var doctors = gauge("vestibule.waiting", "whom", "doctor");

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

  @Test
  void everyMetricTheAlertsAndTheDashboardAskForExists() throws IOException {
    var known =
        registry.getMeters().stream()
            .map(GaugesTests::nameForPrometheus)
            .collect(Collectors.toSet());

    for (var file :
        new String[] {"docs/alerts.yaml", "docs/dashboard.json", "docs/operations.md"}) {
      assertThat(namesIn(Path.of(file))).as(file).isNotEmpty().isSubsetOf(known);
    }
  }

  private double gauge(String name, String tag, String value) {
    return registry.get(name).tag(tag, value).gauge().value();
  }

  private static Set<String> namesIn(Path file) throws IOException {
    return METRIC
        .matcher(Files.readString(file))
        .results()
        .map(hit -> hit.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String nameForPrometheus(Meter meter) {
    var unit = meter.getId().getBaseUnit();
    return meter.getId().getName().replace('.', '_') + (unit == null ? "" : "_" + unit);
  }
}
