package care.vestibule.desk.web;

import care.vestibule.crypto.IntakeSigner;
import care.vestibule.crypto.InvitationKey;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Pepper;
import care.vestibule.invitation.RecordingOutbox;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.delivery.DeliveryReportVerifier;
import care.vestibule.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The desk's module with those behind it on a real database; messages are recorded as ever and
 * carried by nobody. No configuration class by annotation, so that the whole application does not
 * find it.
 */
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan(
    basePackages = {
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
      "care.vestibule.invitation",
      "care.vestibule.desk"
    },
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = "care\\.vestibule\\.messaging\\.(email|sms|texts)\\..*"))
class DeskTestApplication {

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

  // Nobody reports here.
  @Bean
  DeliveryReportVerifier nobodyReports() {
    return report -> Optional.empty();
  }

  @Bean
  FakeMessageTransport mail(Pepper pepper) {
    return new FakeMessageTransport(Channel.EMAIL, pepper);
  }

  @Bean
  FakeMessageTransport sms(Pepper pepper) {
    return new FakeMessageTransport(Channel.SMS, pepper);
  }

  // Shared by all tests of the JVM, so not this context's to close.
  @Bean(destroyMethod = "")
  DataSource dataSource() {
    return TestDatabase.get().dataSource();
  }
}
