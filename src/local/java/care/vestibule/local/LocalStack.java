package care.vestibule.local;

import care.vestibule.local.mail.Mailbox;
import care.vestibule.local.sms.SmsGateway;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
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

  /** Looks like one of Twilio's, and is nobody's. */
  private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";

  private static final InstantSource CLOCK = InstantSource.system();

  private final LocalSettings settings;
  private final LocalSecrets secrets;
  private final String exporterToken;
  private final String twilioToken;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final BrokerProcess broker;
  private final DatabaseProcess database;
  private final Mailbox mailbox;
  private final SmsGateway sms;

  private LocalStack(LocalSettings settings) {
    this.settings = settings;
    this.secrets = new LocalSecrets(settings.directory().resolve("secrets"), new SecureRandom());
    this.exporterToken = secrets.fresh(32);
    this.twilioToken = secrets.fresh(16);
    opened(DirectoryLock.take(settings.directory()));
    try {
      BrokerProcess.endLeftover(brokerSettings());
      DatabaseProcess.endLeftover(part("database"));
      new Preflight(settings).checkPorts();
      secrets.createMissing();
      // The slow one first: it gets ready while the database starts.
      broker = opened(BrokerProcess.start(brokerSettings()));
      mailbox = opened(Mailbox.open(part("mailbox"), settings.ports().smtp(), CLOCK));
      sms = opened(openGateway());
      database = opened(DatabaseProcess.start(part("database"), settings.ports().database()));
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

  /** Where the e-mails arrive. */
  public Mailbox mailbox() {
    return mailbox;
  }

  /** Where the text messages arrive. */
  public SmsGateway sms() {
    return sms;
  }

  /** The configuration an application needs to use this stack. */
  public Map<String, Object> properties() {
    return new LocalProperties(this, secrets.directory(), exporterToken, ACCOUNT, twilioToken)
        .asMap();
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

  private SmsGateway openGateway() {
    return SmsGateway.open(part("sms"), settings.ports().twilio(), ACCOUNT, twilioToken, CLOCK);
  }

  private Path part(String name) {
    return settings.directory().resolve(name);
  }

  private BrokerSettings brokerSettings() {
    var target = URI.create("http://127.0.0.1:%d/engine/records".formatted(settings.ports().web()));
    return new BrokerSettings(
        settings.brokerHome(),
        settings.javaHome(),
        part("broker"),
        settings.ports(),
        ExporterJar.find(settings.exporterDirectory())
            .map(jar -> new ExporterSettings(jar, target, exporterToken)));
  }
}
