package care.vestibule.monitoring;

import care.vestibule.crypto.Pepper;
import care.vestibule.invitation.RecordingMessenger;
import care.vestibule.invitation.RecordingOutbox;
import care.vestibule.notification.Holders;
import care.vestibule.process.OutboxLag;
import care.vestibule.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The room of operations on a real database, talking to the engine of {@link EngineStory}. No
 * configuration class by annotation, so that the whole application does not find it.
 */
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan({
  "care.vestibule.tenancy",
  "care.vestibule.identity",
  "care.vestibule.audit",
  "care.vestibule.directory",
  "care.vestibule.notification",
  "care.vestibule.monitoring",
  "care.vestibule.telemetry",
  "care.vestibule.process.engine"
})
// Of these only what the room looks at: the rest sends messages.
@ComponentScan(
    basePackages = {
      "care.vestibule.messaging",
      "care.vestibule.invitation",
      "care.vestibule.sharing"
    },
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                "care\\.vestibule\\.[a-z]+\\.(ListedInvitations|Invitations|Inviting|InvitationCounters|EngineNews|NewInvitations|IdempotencyKeys|InvitationLinks|LinkRequests|Extensions|StoredInvitations|InvitationTransitions|InvitationEnds|LinkGenerations|InvitationAudit|NoticeRequests|MessageHistory|MessageResults|MessagingConfiguration|SmsGauges|SmsSpent|SharingReports|WaitingHolds)"))
@ConfigurationPropertiesScan("care.vestibule.invitation")
class MonitoringHouse {

  @Bean
  MovableClock clock() {
    return new MovableClock();
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
  ScrapeToken scrapeToken() {
    return ScrapeToken.of(HexFormat.of().parseHex(MonitoringTest.TOKEN));
  }

  @Bean
  RecordingOutbox outbox() {
    return new RecordingOutbox();
  }

  @Bean
  RecordingMessenger messenger() {
    return new RecordingMessenger();
  }

  @Bean
  OutboxLag outboxLag() {
    return new OutboxLag() {
      @Override
      public Duration age() {
        return Duration.ZERO;
      }

      @Override
      public boolean waitsToComplete(UUID formReference) {
        return false;
      }
    };
  }

  @Bean
  Holders holders() {
    return patient -> Set.of();
  }

  // Shared by all tests of the JVM, so not this context's to close.
  @Bean(destroyMethod = "")
  DataSource dataSource() {
    return TestDatabase.get().dataSource();
  }
}
