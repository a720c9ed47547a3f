package care.vestibule.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

class ProductionLogTests {

  private static final String FORMAT = "logging.structured.format.console";

  @ParameterizedTest
  @CsvSource({"production,ecs", "local,''", "default,''"})
  void theConsoleSpeaksEcsInProductionOnly(String profile, String format) {
    assertThat(settings(profile).getProperty(FORMAT, "")).isEqualTo(format);
  }

  @Test
  void whateverIsStructuredTellsNoExceptionsWords() {
    var settings = settings("production");

    assertThat(settings.getProperty("logging.structured.json.stacktrace.printer"))
        .isEqualTo(StackFramesOnly.class.getName());
    assertThat(settings.getProperty("logging.structured.json.exclude")).isEqualTo("error.message");
  }

  private static StandardEnvironment settings(String profile) {
    var environment = new StandardEnvironment();
    ConfigDataEnvironmentPostProcessor.applyTo(
        environment, new DefaultResourceLoader(), new DefaultBootstrapContext(), profile);
    return environment;
  }
}
