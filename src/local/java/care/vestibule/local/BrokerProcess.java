package care.vestibule.local;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real Zeebe broker as a child process; it can be killed and started again on its data. */
public final class BrokerProcess implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerProcess.class);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  // Ctrl-C reaches a terminal's whole process group, so the broker may hear it before we do.
  private static final int INTERRUPTED = 128 + 2;

  private final BrokerSettings settings;
  private final ChildRecord record;
  private volatile Process process;
  private volatile boolean stopping;

  private BrokerProcess(BrokerSettings settings, ChildRecord record) {
    this.settings = settings;
    this.record = record;
    this.process = run();
  }

  /** Starts a broker without waiting for it; one left over from a former life is ended first. */
  public static BrokerProcess start(BrokerSettings settings) {
    endLeftover(settings);
    return new BrokerProcess(settings, recordOf(settings));
  }

  /** Starts it again after {@link #kill()} or {@link #stop()}, on the same ports and data. */
  public void startAgain() {
    process = run();
    stopping = false;
  }

  /** Ends it at once, as {@code kill -9} does. */
  public void kill() {
    stopping = true;
    ProcessShutdown.kill(List.of(process.toHandle()));
  }

  /** Asks it to end, and kills it if it has not within 8 seconds. */
  public void stop() {
    stopping = true;
    ProcessShutdown.end(process.toHandle(), PATIENCE);
    record.forget();
  }

  @Override
  public void close() {
    stop();
  }

  /**
   * Waits until it takes commands.
   *
   * @throws IllegalStateException if it ends meanwhile, or is not ready in time
   */
  public void awaitReady(Duration budget) {
    new Readiness(process.toHandle(), managementAddress().resolve("/actuator/health/readiness"))
        .await(budget);
  }

  /** Its operating system process id. */
  public long pid() {
    return process.pid();
  }

  /** Where the gRPC gateway listens. */
  public URI grpcAddress() {
    return address(settings.ports().gateway());
  }

  /** Where the REST API listens. */
  public URI restAddress() {
    return address(settings.ports().brokerRest());
  }

  /** Where health and metrics are. */
  public URI managementAddress() {
    return address(settings.ports().brokerManagement());
  }

  /** Ends a broker that an earlier, killed run of ours has left on this directory. */
  static void endLeftover(BrokerSettings settings) {
    var record = recordOf(settings);
    record.findAlive().ifPresent(leftover -> ProcessShutdown.end(leftover, PATIENCE));
    record.forget();
  }

  private static ChildRecord recordOf(BrokerSettings settings) {
    return new ChildRecord(settings.directory().resolve("pid"));
  }

  private Process run() {
    var started = new BrokerCommand(settings).run();
    record.write(started.toHandle());
    var unused = started.onExit().thenAccept(this::reportEnd);
    return started;
  }

  private void reportEnd(Process ended) {
    if (ended.equals(process) && !stopping && ended.exitValue() != INTERRUPTED) {
      LOG.error(
          "The broker ended by itself with exit code {}: see {}",
          ended.exitValue(),
          settings.directory());
    }
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
