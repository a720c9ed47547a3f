package care.vestibule.exporter;

import io.camunda.zeebe.exporter.api.ExporterException;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import io.camunda.zeebe.protocol.record.Record;
import java.time.Duration;
import java.time.InstantSource;

/** One partition's stream from the moment the exporter is opened; used by one thread at a time. */
final class Delivery implements AutoCloseable {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final ExportSettings settings;
  private final RecordChoice choice;
  private final Controller controller;
  private final Portal portal;
  private final int partition;
  private final InstantSource clock;
  private final Batch batch;

  private long seen;
  private long acknowledged;
  private long lastPost = System.nanoTime();
  private Duration pause = Duration.ZERO;
  private ScheduledTask next;

  Delivery(
      ExportSettings settings,
      RecordChoice choice,
      Controller controller,
      Portal portal,
      int partition,
      InstantSource clock) {
    this.settings = settings;
    this.choice = choice;
    this.controller = controller;
    this.portal = portal;
    this.partition = partition;
    this.clock = clock;
    this.batch = new Batch(settings);
    this.seen = controller.getLastExportedRecordPosition();
    this.acknowledged = seen;
    this.next = controller.scheduleCancellableTask(settings.flushInterval(), this::tick);
  }

  /**
   * Keeps the record for the next batch.
   *
   * @throws ExporterException if there is no space for it; the broker offers it again
   */
  void take(Record<?> record) {
    if (choice.takes(record)) {
      if (batch.isFull() && !flush()) {
        throw new ExporterException("The portal does not take the records before this one");
      }
      batch.add(record);
    }
    seen = record.getPosition();
    if (batch.isFull()) {
      flush();
    }
  }

  @Override
  public void close() {
    next.cancel();
    flush();
    portal.close();
  }

  private void tick() {
    try {
      if (batch.isEmpty()) {
        acknowledge();
        beat();
      } else {
        flush();
      }
    } finally {
      next = controller.scheduleCancellableTask(settings.flushInterval(), this::tick);
    }
  }

  private boolean flush() {
    if (batch.isEmpty()) {
      return true;
    }
    var lag = Math.max(0, clock.millis() - batch.newest());
    if (!post(batch.body(), lag)) {
      return false;
    }
    batch.clear();
    acknowledge();
    return true;
  }

  // The position is given up only now: records before it come again after a crash, none is lost.
  private void acknowledge() {
    if (seen > acknowledged) {
      controller.updateLastExportedRecordPosition(seen);
      acknowledged = seen;
    }
  }

  /** An empty batch tells the portal that silence means peace. */
  private void beat() {
    if (sinceLastPost().compareTo(settings.heartbeat()) >= 0) {
      post("", 0);
    }
  }

  private boolean post(String body, long lag) {
    if (sinceLastPost().compareTo(pause) < 0) {
      return false;
    }
    boolean taken = portal.takes(body, partition, lag);
    lastPost = System.nanoTime();
    pause = taken ? Duration.ZERO : longer(pause);
    return taken;
  }

  private Duration longer(Duration former) {
    var doubled = former.plus(former).plus(settings.flushInterval());
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private Duration sinceLastPost() {
    return Duration.ofNanos(System.nanoTime() - lastPost);
  }
}
