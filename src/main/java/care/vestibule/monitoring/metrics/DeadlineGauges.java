package care.vestibule.monitoring.metrics;

import care.vestibule.monitoring.deadlines.Deadline.Kind;
import care.vestibule.monitoring.deadlines.Deadline.State;
import care.vestibule.monitoring.deadlines.Deadlines;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many deadlines are late or at risk, of all clinics together, at most a minute old. */
@Component
@OnlyIn(Zone.PORTAL)
class DeadlineGauges implements MeterBinder {

  private final CachedReading<Map<Kind, Map<State, Long>>> counts;

  DeadlineGauges(Deadlines deadlines, Clock clock) {
    this.counts = new CachedReading<>(Duration.ofMinutes(1), clock, deadlines::counts);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var kind : Kind.values()) {
      for (var state : List.of(State.AT_RISK, State.LATE)) {
        Gauge.builder("vestibule.deadlines", () -> count(kind, state))
            .description("What should be done by a certain time, by how it stands")
            .tag("kind", kind.name().toLowerCase(Locale.ROOT))
            .tag("state", state.name().toLowerCase(Locale.ROOT))
            .register(registry);
      }
    }
  }

  private long count(Kind kind, State state) {
    return counts.get().getOrDefault(kind, Map.of()).getOrDefault(state, 0L);
  }
}
