package care.vestibule.monitoring.metrics;

import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * How long processes stay at each step, as a histogram of the last day, counted in the database at
 * most once a minute: neither a restart nor what retention deletes makes it wrong. It goes down as
 * well as up, so it is asked without {@code rate}.
 */
@Component
@OnlyIn(Zone.PORTAL)
class StepHistogram implements Collector {

  private final CachedReading<Map<String, StepTimes.Times>> times;

  StepHistogram(StepTimes times, Clock clock, ObjectProvider<PrometheusRegistry> registry) {
    this.times = new CachedReading<>(Duration.ofMinutes(1), clock, times::ofLastDay);
    registry.ifAvailable(it -> it.register(this));
  }

  @Override
  public MetricSnapshot collect() {
    var snapshot =
        HistogramSnapshot.builder()
            .gaugeHistogram(true)
            .name("vestibule_step_seconds")
            .help("How long the visits took that ended during the last day, by step");
    times.get().forEach((step, each) -> snapshot.dataPoint(point(step, each)));
    return snapshot.build();
  }

  private static HistogramSnapshot.HistogramDataPointSnapshot point(
      String step, StepTimes.Times times) {
    var ends = Stream.concat(StepTimes.ENDS.stream(), Stream.of(Double.POSITIVE_INFINITY)).toList();
    return HistogramSnapshot.HistogramDataPointSnapshot.builder()
        .labels(Labels.of("step", step))
        .classicHistogramBuckets(ClassicHistogramBuckets.of(ends, List.copyOf(times.counts())))
        .sum(times.seconds())
        .build();
  }
}
