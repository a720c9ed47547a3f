package care.vestibule.monitoring;

import care.vestibule.crypto.IntakeSigner;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Pepper;
import care.vestibule.invitation.RecordingMessenger;
import care.vestibule.invitation.RecordingOutbox;
import care.vestibule.process.OutboxLag;
import care.vestibule.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The module of operations on a real database, talking to the engine of {@link EngineStory}. No
 * configuration class by annotation, so that the whole application does not find it.
 */
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan({
  "care.vestibule.tenancy",
  "care.vestibule.identity",
  "care.vestibule.audit",
  "care.vestibule.directory",
  "care.vestibule.records",
  "care.vestibule.accessrequest",
  "care.vestibule.monitoring",
  "care.vestibule.telemetry",
  "care.vestibule.process.engine",
  "care.vestibule.process.projection"
})
// Of these only what the module looks at: the rest sends messages.
@ComponentScan(
    basePackages = {
      "care.vestibule.messaging",
      "care.vestibule.invitation",
      "care.vestibule.correspondence",
      "care.vestibule.sharing"
    },
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                "care\\.vestibule\\.[a-z.]+\\.(ListedInvitations|Invitations|InvitePatient|InvitationCounters|InvitationProcesses|FirstInvitationProcess|KeyRenewalProcess|ProcessStart|NewInvitations|IdempotencyKeys|InvitationLinks|LinkRequests|ExtendInvitation|InvitationReader|InvitationTransitions|EndInvitation|LinkGenerations|InvitationAudit|NoticeRequests|MessageHistory|MessageOutcomes|MessagingConfiguration|SmsGauges|SmsUsage|SharingReports|HcpMessageKeys|HcpMessageRequests)"))
@ConfigurationPropertiesScan("care.vestibule.invitation")
class MonitoringTestApplication {

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

  // Shared by all tests of the JVM, so not this context's to close.
  @Bean(destroyMethod = "")
  DataSource dataSource() {
    return TestDatabase.get().dataSource();
  }
}
