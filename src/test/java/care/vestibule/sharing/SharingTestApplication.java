package care.vestibule.sharing;

import care.vestibule.crypto.IntakeSigner;
import care.vestibule.crypto.InvitationKey;
import care.vestibule.crypto.MasterSecret;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Pepper;
import care.vestibule.custody.SecretFile;
import care.vestibule.invitation.RecordingMessenger;
import care.vestibule.invitation.RecordingOutbox;
import care.vestibule.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The modules in which doctors answer and share, on a real database, with an outbox and a messenger
 * that remember. No configuration class by annotation, so that the whole application does not find
 * it.
 */
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan({
  "care.vestibule.tenancy",
  "care.vestibule.identity",
  "care.vestibule.audit",
  "care.vestibule.directory",
  "care.vestibule.records",
  "care.vestibule.accessrequest",
  "care.vestibule.custody",
  "care.vestibule.sharing"
})
public class SharingTestApplication {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
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
  MasterSecret masterSecret() {
    return MasterSecret.of(new byte[32]);
  }

  @Bean
  SecretFile secretFile() {
    return file -> MasterSecret.of(new byte[32]);
  }

  @Bean
  IntakeSigner intakeSigner(SecureRandom random) {
    return new IntakeSigner(PartyKeyPair.generate(random));
  }

  @Bean
  RecordingOutbox outbox() {
    return new RecordingOutbox();
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
