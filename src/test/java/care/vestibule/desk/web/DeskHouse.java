package care.vestibule.desk.web;

import care.vestibule.crypto.InvitationKey;
import care.vestibule.crypto.Pepper;
import care.vestibule.invitation.RecordingOutbox;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.ReportJudge;
import care.vestibule.notification.Holders;
import care.vestibule.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The desk's room with those behind it on a real database; messages are recorded as ever and
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
      "care.vestibule.notification",
      "care.vestibule.messaging",
      "care.vestibule.telemetry",
      "care.vestibule.invitation",
      "care.vestibule.desk"
    },
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = "care\\.vestibule\\.messaging\\.(email|sms|text)\\..*"))
class DeskHouse {

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
  RecordingOutbox outbox() {
    return new RecordingOutbox();
  }

  @Bean
  Holders holders() {
    return patient -> Set.of();
  }

  // Nobody reports here.
  @Bean
  ReportJudge nobodyReports() {
    return report -> Optional.empty();
  }

  @Bean
  Porter mail(Pepper pepper) {
    return new Porter(Channel.EMAIL, pepper);
  }

  @Bean
  Porter sms(Pepper pepper) {
    return new Porter(Channel.SMS, pepper);
  }

  // Shared by all tests of the JVM, so not this context's to close.
  @Bean(destroyMethod = "")
  DataSource dataSource() {
    return TestDatabase.get().dataSource();
  }
}
