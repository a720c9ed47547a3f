package care.vestibule.telemetry;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** What is observed, and what of it leaves the process. */
@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {

  // No exporter, and nothing leaves, unless an endpoint is set.
  @Bean
  SpanExporters quietExporters(ObjectProvider<SpanExporter> exporters) {
    return SpanExporters.of(exporters.orderedStream().map(FilteredSpans::new).toList());
  }

  // Each would begin a trace, every second.
  @Bean
  ObservationPredicate noSchedules() {
    return (name, context) -> !name.startsWith("tasks.scheduled.");
  }

  // Each filter would lie between a request and its work.
  @Bean
  SecurityObservationSettings noFilters() {
    return SecurityObservationSettings.noObservations();
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
