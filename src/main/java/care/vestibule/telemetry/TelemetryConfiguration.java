package care.vestibule.telemetry;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** What is observed, and what of it leaves the process. */
@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {

  // The first would lie between a request and its work, the second begin a trace each second.
  private static final Set<String> NOISE = Set.of("spring.security.", "tasks.scheduled.");

  // No exporter, and nothing leaves, unless an endpoint is set.
  @Bean
  SpanExporters quietExporters(ObjectProvider<SpanExporter> exporters) {
    return SpanExporters.of(exporters.orderedStream().map(QuietSpans::new).toList());
  }

  @Bean
  ObservationPredicate worthObserving() {
    return (name, context) -> NOISE.stream().noneMatch(name::startsWith);
  }

  @Bean
  ServerRequestObservationConvention addressesAsPatternsOnly() {
    return new DefaultServerRequestObservationConvention() {
      @Override
      public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
      }
    };
  }
}
