package care.vestibule.monitoring;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Runs a test in the module of operations, over real HTTP, on a real database and engine. */
@SpringBootTest(
    classes = MonitoringTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "vestibule.base-url=http://localhost:8080",
      "vestibule.engine.exporter-token=" + MonitoringTest.TOKEN
    })
@ContextConfiguration(initializers = MonitoringTest.Engine.class)
@Import(MonitoringFixture.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface MonitoringTest {

  /** What the exporter shows at the door. */
  String TOKEN = "0123456789abcdef0123456789abcdef";

  /** Says where the engine is. */
  final class Engine implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of("vestibule.engine.grpc-address=" + EngineStory.grpcAddress())
          .applyTo(context);
    }
  }
}
