package care.vestibule.invitation;

import care.vestibule.accessrequest.hold.FakeHoldBackTable;
import care.vestibule.crypto.IntakeSigner;
import care.vestibule.crypto.InvitationKey;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Pepper;
import care.vestibule.messaging.paper.LetterPrinter;
import care.vestibule.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The module of the invitations on a real database, with an outbox and a messenger that remember.
 * No configuration class by annotation, so that the whole application does not find it.
 */
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan({
  "care.vestibule.tenancy",
  "care.vestibule.identity",
  "care.vestibule.audit",
  "care.vestibule.directory",
  "care.vestibule.records",
  "care.vestibule.accessrequest",
  "care.vestibule.enrolment",
  "care.vestibule.correspondence",
  "care.vestibule.invitation"
})
class InvitationTestApplication {

  @Bean
  @Primary
  FakeHoldBackTable heldBackInThisTest(JdbcClient jdbc, Clock clock) {
    return new FakeHoldBackTable(jdbc, clock);
  }

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

  // Nothing goes out on paper here.
  @Bean
  LetterPrinter printer() {
    return (invitation, generation, letter) -> false;
  }

  @Bean
  RecordingMessenger messenger() {
    return new RecordingMessenger();
  }

  // Shared by all tests of the JVM, so not this context's to close.
  @Bean(destroyMethod = "")
  DataSource dataSource() {
    return TestDatabase.get().dataSource();
  }
}
