package care.vestibule.monitoring.metrics;

import care.vestibule.monitoring.EngineHealth;
import care.vestibule.monitoring.EngineHealthCheck;
import care.vestibule.monitoring.WaitKind;
import care.vestibule.monitoring.metrics.AllClinics.Totals;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/**
 * Numbers for alerts, counted in the database when somebody asks, so that neither a restart nor a
 * second portal makes them wrong. They name no clinic and no person.
 */
@Component
@OnlyIn(Zone.PORTAL)
class Gauges implements MeterBinder {

  // One scrape asks for each number by itself.
  private final CachedReading<Totals> totals;
  private final EngineHealthCheck pulses;

  Gauges(AllClinics clinics, EngineHealthCheck pulses, Clock clock) {
    this.totals = new CachedReading<>(Duration.ofSeconds(5), clock, clinics::now);
    this.pulses = pulses;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    count(registry, "vestibule.processes", "state", "running", Totals::running);
    count(registry, "vestibule.processes", "state", "stuck", Totals::stuck);
    count(registry, "vestibule.processes", "state", "ended", Totals::ended);
    count(registry, "vestibule.incidents.open", "kind", "all", Totals::incidents);
    for (var kind : WaitKind.values()) {
      var whom = kind.name().toLowerCase(Locale.ROOT);
      count(
          registry,
          "vestibule.waiting",
          "whom",
          whom,
          totals -> totals.waiting().getOrDefault(whom, 0L));
    }
    length(registry, "vestibule.outbox.age", EngineHealth::outbox);
    length(
        registry,
        "vestibule.exporter.silence",
        pulse -> longest(pulse, EngineHealth.Partition::silence));
    length(
        registry, "vestibule.exporter.lag", pulse -> longest(pulse, EngineHealth.Partition::lag));
  }

  private void count(
      MeterRegistry registry, String name, String tag, String value, ToLongFunction<Totals> what) {
    Gauge.builder(name, () -> what.applyAsLong(totals.get())).tag(tag, value).register(registry);
  }

  private void length(MeterRegistry registry, String name, Function<EngineHealth, Duration> what) {
    Gauge.builder(name, () -> what.apply(pulses.now()).toMillis() / 1000.0)
        .baseUnit("seconds")
        .register(registry);
  }

  private static Duration longest(
      EngineHealth pulse, Function<EngineHealth.Partition, Duration> what) {
    return pulse.partitions().stream().map(what).max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
