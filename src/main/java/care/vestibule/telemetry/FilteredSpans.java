package care.vestibule.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Hands spans on with nothing in them but what is known to be nobody's. */
record FilteredSpans(SpanExporter exporter) implements SpanExporter {

  private static final AttributeKey<String> URI = AttributeKey.stringKey("uri");

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return exporter.export(
        spans.stream().filter(FilteredSpans::isWorthIt).<SpanData>map(FilteredSpan::new).toList());
  }

  // Each of these comes every few seconds, whoever does what.
  private static boolean isWorthIt(SpanData span) {
    var uri = span.getAttributes().get(URI);
    return uri == null || !(uri.equals("/engine/records") || uri.startsWith("/actuator"));
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
