package care.vestibule.messaging;

import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.Pepper;
import care.vestibule.directory.Clinics;
import care.vestibule.local.sms.SmsGateway;
import care.vestibule.telemetry.Traces;
import care.vestibule.tenancy.ClinicTransactionManager;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The real messaging room, with a mail server and a gateway that a test can break. */
final class PostOffice implements AutoCloseable {

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final JavaMailSenderImpl mail;
  private final SmsGateway gateway;

  PostOffice(Path directory, int smtpPort) {
    this(directory, smtpPort, Optional.empty());
  }

  /** With words of a clinic's own. */
  PostOffice(Path directory, int smtpPort, Optional<EmailMessageFactory> words) {
    this(directory, smtpPort, words, TestDatabase.get().dataSource());
  }

  /** With a sender that is as the application's is. */
  PostOffice(Path directory, JavaMailSenderImpl sender) {
    this(directory, sender, Optional.empty(), TestDatabase.get().dataSource());
  }

  PostOffice(
      Path directory,
      int smtpPort,
      Optional<EmailMessageFactory> words,
      javax.sql.DataSource dataSource) {
    this(directory, new BreakableMailSender(smtpPort), words, dataSource);
  }

  /** With settings of its own, and another time. */
  PostOffice(Path directory, int smtpPort, Map<String, Object> settings, Clock clock) {
    this(
        directory,
        new BreakableMailSender(smtpPort),
        Optional.empty(),
        TestDatabase.get().dataSource(),
        settings,
        clock);
  }

  private PostOffice(
      Path directory,
      JavaMailSenderImpl sender,
      Optional<EmailMessageFactory> words,
      javax.sql.DataSource dataSource) {
    this(directory, sender, words, dataSource, Map.of(), Clock.systemUTC());
  }

  private PostOffice(
      Path directory,
      JavaMailSenderImpl sender,
      Optional<EmailMessageFactory> words,
      javax.sql.DataSource dataSource,
      Map<String, Object> settings,
      Clock clock) {
    mail = sender;
    gateway = SmsGateway.open(directory, 0, "AC1", "token", InstantSource.system());
    var database = TestDatabase.get();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", properties(gateway.address().toString())));
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("own", settings));
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
    context.registerBean(CurrentClinic.class, database::clinic);
    // Shared by all tests of the JVM, so not this context's to close.
    context.registerBean(
        javax.sql.DataSource.class,
        () -> dataSource,
        definition ->
            ((org.springframework.beans.factory.support.AbstractBeanDefinition) definition)
                .setDestroyMethodName(""));
    context.registerBean(
        ClinicTransactionManager.class,
        () -> new ClinicTransactionManager(dataSource, database.clinic()));
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(Pepper.class, () -> Pepper.of(new byte[32]));
    context.registerBean(AuditLog.class);
    context.registerBean(Clinics.class);
    context.registerBean(JavaMailSender.class, () -> mail);
    context.registerBean("messageSource", ResourceBundleMessageSource.class, PostOffice::words);
    words.ifPresent(own -> context.registerBean(EmailMessageFactory.class, () -> own));
    context.registerBean(Traces.class, Traces::none);
    context.scan("care.vestibule.messaging");
    context.refresh();
  }

  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  Messenger messenger() {
    return context.getBean(Messenger.class);
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

  private static Map<String, Object> properties(String gateway) {
    return Map.of(
        "vestibule.messaging.sender-address", "no-reply@portal.example",
        "vestibule.twilio.base-url", gateway,
        "vestibule.twilio.account-sid", "AC1",
        "vestibule.twilio.auth-token", "token",
        "vestibule.twilio.from", "+15005550006");
  }

  private static ResourceBundleMessageSource words() {
    var source = new ResourceBundleMessageSource();
    source.setBasenames("messages/mail", "messages/sms");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return source;
  }
}
