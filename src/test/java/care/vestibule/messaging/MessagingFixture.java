package care.vestibule.messaging;

import care.vestibule.local.sms.SmsGateway;
import care.vestibule.messaging.delivery.MessageTransport;
import care.vestibule.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The real messaging module, with a mail server and a gateway that a test can break. */
public final class MessagingFixture implements AutoCloseable {

  private final AnnotationConfigApplicationContext context;
  private final JavaMailSenderImpl mail;
  private final SmsGateway gateway;

  public MessagingFixture(Path directory, int smtpPort) {
    this(directory, smtpPort, Optional.empty());
  }

  /** With words of a clinic's own. */
  public MessagingFixture(Path directory, int smtpPort, Optional<EmailMessageFactory> words) {
    this(directory, smtpPort, words, TestDatabase.get().dataSource());
  }

  /** With a sender that is as the application's is. */
  public MessagingFixture(Path directory, JavaMailSenderImpl sender) {
    this(directory, sender, Optional.empty(), TestDatabase.get().dataSource());
  }

  public MessagingFixture(
      Path directory,
      int smtpPort,
      Optional<EmailMessageFactory> words,
      javax.sql.DataSource dataSource) {
    this(directory, new BreakableMailSender(smtpPort), words, dataSource);
  }

  /** With settings of its own, and another time. */
  public MessagingFixture(Path directory, int smtpPort, Map<String, Object> settings, Clock clock) {
    this(
        directory,
        new BreakableMailSender(smtpPort),
        Optional.empty(),
        TestDatabase.get().dataSource(),
        settings,
        clock);
  }

  private MessagingFixture(
      Path directory,
      JavaMailSenderImpl sender,
      Optional<EmailMessageFactory> words,
      javax.sql.DataSource dataSource) {
    this(directory, sender, words, dataSource, Map.of(), Clock.systemUTC());
  }

  private MessagingFixture(
      Path directory,
      JavaMailSenderImpl sender,
      Optional<EmailMessageFactory> words,
      javax.sql.DataSource dataSource,
      Map<String, Object> settings,
      Clock clock) {
    mail = sender;
    gateway = SmsGateway.open(directory, 0, "AC1", "token", InstantSource.system());
    context =
        new MessagingParts(dataSource, TestDatabase.get().clinic(), mail, gateway.address(), clock)
            .open(words, settings);
  }

  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  public Messenger messenger() {
    return context.getBean(Messenger.class);
  }

  MessageTransport emails() {
    return context.getBeansOfType(MessageTransport.class).values().stream()
        .filter(carrier -> carrier.channel() == Channel.EMAIL)
        .findFirst()
        .orElseThrow();
  }

  BreakableMailSender mail() {
    return (BreakableMailSender) mail;
  }

  SmsGateway gateway() {
    return gateway;
  }

  @Override
  public void close() {
    context.close();
    gateway.close();
  }
}
