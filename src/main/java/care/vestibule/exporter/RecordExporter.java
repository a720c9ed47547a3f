package care.vestibule.exporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Posts the engine's records to the portal and acknowledges a position once the portal has
 * committed it; until then the broker keeps the log and delivers again.
 *
 * <p>The broker calls it on one thread.
 */
public final class RecordExporter implements Exporter {

  private final Selection selection = new Selection();
  private final List<String> waiting = new ArrayList<>();
  private @Nullable ExporterSettings settings;
  private @Nullable Portal portal;
  private @Nullable Controller controller;
  private long lastPosition = -1;

  @Override
  public void configure(Context context) {
    var given = context.getConfiguration().instantiate(ExporterSettings.class);
    if (given.getUrl().isEmpty() || given.getToken().isEmpty()) {
      throw new IllegalArgumentException("The exporter needs the arguments url and token");
    }
    settings = given;
    portal = new Portal(URI.create(given.getUrl()), given.getToken());
    context.setFilter(selection);
  }

  @Override
  public void open(Controller opened) {
    controller = opened;
    scheduleFlush();
  }

  @Override
  public void close() {
    flush();
  }

  @Override
  public void export(Record<?> record) {
    // Full, and the portal is away: refuse before taking it, so that the broker offers it again.
    if (waiting.size() >= settings().getBatchSize() && !flush()) {
      throw new IllegalStateException("The portal takes no records at present");
    }
    if (selection.accepts(record)) {
      waiting.add(record.toJson());
    }
    lastPosition = record.getPosition();
  }

  private boolean flush() {
    var target = portal;
    var open = controller;
    if (target == null || open == null || lastPosition < 0) {
      return false;
    }
    if (!waiting.isEmpty() && !target.takes(waiting)) {
      return false;
    }
    waiting.clear();
    open.updateLastExportedRecordPosition(lastPosition);
    return true;
  }

  private void scheduleFlush() {
    var open = controller;
    if (open != null) {
      open.scheduleCancellableTask(
          Duration.ofMillis(settings().getFlushMillis()),
          () -> {
            flush();
            scheduleFlush();
          });
    }
  }

  private ExporterSettings settings() {
    if (settings == null) {
      throw new IllegalStateException("The exporter is not configured");
    }
    return settings;
  }
}
