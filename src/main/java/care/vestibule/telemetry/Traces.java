package care.vestibule.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * What happens because of one request, across threads, processes and the engine.
 *
 * <p>A trace is handed on as a W3C {@code traceparent}, 55 characters that say nothing about
 * anybody (W3C Trace Context, 3.2): with what the engine is told, and as a variable of its process.
 */
@Component
public final class Traces {

  private static final String TRACEPARENT = "traceparent";

  private final Supplier<Tracer> tracer;
  private final Supplier<ObservationRegistry> registry;

  Traces(ObjectProvider<Tracer> tracer, ObjectProvider<ObservationRegistry> registry) {
    this.tracer = () -> tracer.getIfAvailable(() -> Tracer.NOOP);
    this.registry = () -> registry.getIfAvailable(() -> ObservationRegistry.NOOP);
  }

  /** Traces nothing. */
  public static Traces none() {
    var nothing = new StaticListableBeanFactory();
    return new Traces(
        nothing.getBeanProvider(Tracer.class), nothing.getBeanProvider(ObservationRegistry.class));
  }

  /** Where the trace of the running work has come to; empty outside of one. */
  public Optional<String> here() {
    return Optional.ofNullable(tracer.get().currentSpan())
        .map(Span::context)
        .filter(context -> context.traceId().length() == 32)
        .map(Traces::traceparent);
  }

  /**
   * Does the work as the next step of a trace; what it throws passes through.
   *
   * @param type a word of Vestibule's own, never somebody's
   * @param from where the trace had come to; empty goes on from {@link #here()}
   * @param outcome how to call the result, in a word of Vestibule's own
   */
  public <T> T step(
      TracedWork work,
      String type,
      Optional<String> from,
      Supplier<T> task,
      Function<? super T, String> outcome) {
    var context = new ReceiverContext<Map<String, String>>(Map::get, Kind.CONSUMER);
    context.setCarrier(from.map(parent -> Map.of(TRACEPARENT, parent)).orElse(Map.of()));
    var observation =
        Observation.createNotStarted(work.id(), () -> context, registry.get())
            .contextualName(work.id() + " " + type)
            .lowCardinalityKeyValue("type", type)
            .lowCardinalityKeyValue("outcome", "exception");
    return observation.observe(
        () -> {
          var result = task.get();
          observation.lowCardinalityKeyValue(KeyValue.of("outcome", outcome.apply(result)));
          return result;
        });
  }

  private static String traceparent(TraceContext context) {
    var sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
    return "00-%s-%s-%s".formatted(context.traceId(), context.spanId(), sampled);
  }
}
