package care.vestibule.messaging;

import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.Pepper;
import care.vestibule.directory.Clinics;
import care.vestibule.telemetry.Traces;
import care.vestibule.tenancy.ClinicTransactionManager;
import care.vestibule.tenancy.CurrentClinic;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The real messaging module between a database, a mail server and a gateway. */
record MessagingParts(
    DataSource dataSource,
    CurrentClinic clinic,
    JavaMailSenderImpl mail,
    URI gateway,
    Clock clock) {

  /** Opens it, with words and settings of its own. */
  AnnotationConfigApplicationContext open(
      Optional<EmailMessageFactory> words, Map<String, Object> settings) {
    var context = new AnnotationConfigApplicationContext();
    var all = new HashMap<>(settings());
    all.putAll(settings);
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
    context.registerBean(CurrentClinic.class, () -> clinic);
    // Shared by all tests of the JVM, so not this context's to close.
    context.registerBean(
        DataSource.class,
        () -> dataSource,
        definition -> ((AbstractBeanDefinition) definition).setDestroyMethodName(""));
    context.registerBean(
        ClinicTransactionManager.class, () -> new ClinicTransactionManager(dataSource, clinic));
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(Pepper.class, () -> Pepper.of(new byte[32]));
    context.registerBean(AuditLog.class);
    context.registerBean(Clinics.class);
    context.registerBean(JavaMailSender.class, () -> mail);
    context.registerBean("messageSource", ResourceBundleMessageSource.class, MessagingParts::words);
    words.ifPresent(own -> context.registerBean(EmailMessageFactory.class, () -> own));
    context.registerBean(Traces.class, Traces::none);
    context.scan("care.vestibule.messaging");
    context.refresh();
    return context;
  }

  private Map<String, Object> settings() {
    return Map.of(
        "vestibule.messaging.sender-address", "no-reply@portal.example",
        "vestibule.twilio.base-url", gateway.toString(),
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
