package care.vestibule.identity.web;

import care.vestibule.crypto.Pepper;
import care.vestibule.testing.TestDatabase;
import elsewhere.Departures;
import elsewhere.SampleEndpoints;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * Vestibule with its doors and nothing behind them. No configuration class by annotation, so that
 * the whole application does not find it when it is started from the tests' class path.
 */
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan({
  "care.vestibule.tenancy",
  "care.vestibule.identity",
  "care.vestibule.audit",
  "care.vestibule.directory"
})
@Import({SampleEndpoints.class, Departures.class})
class IdentityTestApplication {

  @Bean
  OffsetClock clock() {
    return new OffsetClock();
  }

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  @Bean
  Pepper pepper() {
    return Pepper.of(new byte[32]);
  }

  // Shared by all tests of the JVM, so not this context's to close.
  @Bean(destroyMethod = "")
  DataSource dataSource() {
    return TestDatabase.get().dataSource();
  }
}
