package care.vestibule.correspondence;

import care.vestibule.crypto.IntakeSigner;
import care.vestibule.crypto.InvitationKey;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Pepper;
import care.vestibule.invitation.RecordingOutbox;
import care.vestibule.local.sms.SmsGateway;
import care.vestibule.messaging.ScriptedSmtp;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The whole way of a message, from the invitation to a mail server and a gateway that do as a test
 * says.
 */
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan({
  "care.vestibule.tenancy",
  "care.vestibule.identity",
  "care.vestibule.audit",
  "care.vestibule.directory",
  "care.vestibule.records",
  "care.vestibule.accessrequest",
  "care.vestibule.messaging",
  "care.vestibule.telemetry",
  "care.vestibule.enrolment",
  "care.vestibule.correspondence",
  "care.vestibule.invitation"
})
class SendPathTestApplication {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
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
  InvitationKey invitationKey() {
    return InvitationKey.of(new byte[32]);
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
  SmsGateway gateway() {
    try {
      var directory = Files.createTempDirectory("sms");
      return SmsGateway.open(directory, 0, "AC1", "token", InstantSource.system());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Bean
  DynamicPropertyRegistrar addresses(ScriptedSmtp smtp, SmsGateway gateway) {
    return registry -> {
      registry.add("spring.mail.port", smtp::port);
      registry.add("vestibule.twilio.base-url", () -> gateway.address().toString());
    };
  }

  // Shared by all tests of the JVM, so not this context's to close.
  @Bean(destroyMethod = "")
  DataSource dataSource() {
    return TestDatabase.get().dataSource();
  }
}
