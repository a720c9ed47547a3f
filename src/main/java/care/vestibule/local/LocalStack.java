package care.vestibule.local;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Everything the application needs around it, on one machine: database, broker, mailbox, SMS.
 *
 * <p>Its data survives {@link #close()} and {@code kill -9} in the settings' directory, which one
 * stack at a time can use.
 */
public final class LocalStack implements AutoCloseable {

  private final LocalSettings settings;
  private final LocalSecrets secrets;
  private final String exporterToken;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final BrokerProcess broker;
  private final DatabaseProcess database;

  private LocalStack(LocalSettings settings) {
    this.settings = settings;
    this.secrets = new LocalSecrets(settings.directory().resolve("secrets"), new SecureRandom());
    this.exporterToken = secrets.fresh(32);
    opened(DirectoryLock.take(settings.directory()));
    try {
      BrokerProcess.endLeftover(brokerSettings());
      DatabaseProcess.endLeftover(databaseDirectory());
      new Preflight(settings).checkPorts();
      secrets.createMissing();
      // The slow one first: it gets ready while the database starts.
      broker = opened(BrokerProcess.start(brokerSettings()));
      database = opened(DatabaseProcess.start(databaseDirectory(), settings.ports().database()));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts what is missing; the broker gets ready in the background.
   *
   * @throws LocalRefusal if the machine is not fit for it
   */
  public static LocalStack start(LocalSettings settings) {
    var chosen = settings.withPorts(settings.ports().chosen());
    new Preflight(chosen).checkMachine();
    return new LocalStack(chosen);
  }

  /** Waits until the broker, the slowest part, takes commands. */
  public void awaitReady(Duration budget) {
    broker.awaitReady(budget);
  }

  /** The settings, with the ports that were chosen. */
  public LocalSettings settings() {
    return settings;
  }

  /** The engine. */
  public BrokerProcess broker() {
    return broker;
  }

  /** The database. */
  public DatabaseProcess database() {
    return database;
  }

  /** The configuration an application needs to use this stack. */
  public Map<String, Object> properties() {
    return new LocalProperties(this, secrets.directory(), exporterToken).asMap();
  }

  /** Stops every part, the last started first; a second call does nothing. */
  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("A part of the local stack did not stop", e);
      }
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  private Path databaseDirectory() {
    return settings.directory().resolve("database");
  }

  private BrokerSettings brokerSettings() {
    var target = URI.create("http://127.0.0.1:%d/engine/records".formatted(settings.ports().web()));
    return new BrokerSettings(
        settings.brokerHome(),
        settings.javaHome(),
        settings.directory().resolve("broker"),
        settings.ports(),
        ExporterJar.find(settings.exporterDirectory())
            .map(jar -> new ExporterSettings(jar, target, exporterToken)));
  }
}
