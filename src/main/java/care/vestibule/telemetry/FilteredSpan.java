package care.vestibule.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/**
 * A span with the attributes on a list, and no others.
 *
 * <p>An address in full names a patient, and what an exception says may quote a name, an address or
 * SQL parameters; the name of its class does not.
 */
final class FilteredSpan extends DelegatingSpanData {

  private static final Set<String> KNOWN =
      Set.of("type", "outcome", "method", "uri", "status", "exception", "error");

  private final Attributes attributes;

  FilteredSpan(SpanData span) {
    super(span);
    this.attributes = known(span.getAttributes());
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public int getTotalAttributeCount() {
    return attributes.size();
  }

  @Override
  public List<EventData> getEvents() {
    return List.of();
  }

  @Override
  public int getTotalRecordedEvents() {
    return 0;
  }

  @Override
  public StatusData getStatus() {
    return StatusData.create(super.getStatus().getStatusCode(), "");
  }

  private static Attributes known(Attributes all) {
    return all.toBuilder().removeIf(FilteredSpan::isUnknown).build();
  }

  private static boolean isUnknown(AttributeKey<?> key) {
    return !KNOWN.contains(key.getKey());
  }
}
