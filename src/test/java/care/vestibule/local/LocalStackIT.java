package care.vestibule.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackIT {

  @TempDir private Path directory;

  @Test
  void aStackIsReadySoonKeepsItsSecretsAndLeavesNoProcessBehind() throws Exception {
    var settings = LocalSettings.in(directory);
    String pepper;
    long broker;
    try (var stack = LocalStack.start(settings)) {
      stack.awaitReady(Duration.ofMinutes(1));
      broker = stack.broker().pid();
      pepper = Files.readString(directory.resolve("secrets/pepper"));
      assertThat(pepper).matches("[0-9a-f]{64}");
      assertThat(stack.properties().get("spring.datasource.url"))
          .isEqualTo("jdbc:postgresql://127.0.0.1:" + settings.ports().database() + "/vestibule");
    }
    assertThat(ProcessHandle.of(broker).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(PostmasterFile.findAlive(directory.resolve("database/data"))).isEmpty();

    try (var again = LocalStack.start(settings)) {
      assertThat(directory.resolve("secrets/pepper")).hasContent(pepper);
      assertThatExceptionOfType(LocalRefusal.class)
          .isThrownBy(() -> LocalStack.start(LocalSettings.in(directory)))
          .withMessageContaining("process " + ProcessHandle.current().pid());
      assertThat(ProcessHandle.of(again.broker().pid())).isPresent();
    }
  }
}
