package care.vestibule.correspondence;

import care.vestibule.crypto.IntakeSigner;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Pepper;
import care.vestibule.invitation.RecordingOutbox;
import care.vestibule.messaging.ScriptedSmtp;
import care.vestibule.monitoring.MovableClock;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The way of a mail to a doctor, from a request to a mail server that does as a test says. */
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan({
  "care.vestibule.tenancy",
  "care.vestibule.identity",
  "care.vestibule.audit",
  "care.vestibule.directory",
  "care.vestibule.records",
  "care.vestibule.accessrequest",
  "care.vestibule.messaging",
  "care.vestibule.telemetry"
})
// Of the messages only those to doctors.
@ComponentScan(
    basePackages = "care.vestibule.correspondence",
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                ".*\\.(HcpMessageKeys|HcpMessageSender|HcpMessageRequests|HcpsWithOpenRequests|ReminderMessages|DailyDigest|DigestMessages)"))
class HcpMessageTestApplication {

  @Bean
  MovableClock clock() {
    return new MovableClock();
  }

  @Bean
  IntakeSigner intakeSigner(SecureRandom random) {
    return new IntakeSigner(PartyKeyPair.generate(random));
  }

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  @Bean
  Pepper pepper() {
    return Pepper.of(new byte[32]);
  }

  @Bean
  RecordingOutbox outbox() {
    return new RecordingOutbox();
  }

  @Bean
  ScriptedSmtp smtp() {
    try {
      return new ScriptedSmtp();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Bean
  DynamicPropertyRegistrar address(ScriptedSmtp smtp) {
    return registry -> registry.add("spring.mail.port", smtp::port);
  }

  // Shared by all tests of the JVM, so not this context's to close.
  @Bean(destroyMethod = "")
  DataSource dataSource() {
    return TestDatabase.get().dataSource();
  }
}
