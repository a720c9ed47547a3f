package care.vestibule.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each refusal as the person at the keyboard sees it: a sentence, an exit code, no stack trace. */
class PreflightIT {

  @TempDir private Path temporary;

  @Test
  void aTakenPortIsNamedTogetherWithTheSettingThatChangesIt() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused(
          Map.of("vestibule.local.ports.smtp", "" + taken.getLocalPort()),
          "Port " + taken.getLocalPort() + " (smtp) is taken by another program.",
          "--vestibule.local.ports.smtp=<port>");
    }
  }

  @Test
  void aJdkThatIsTooOldIsNamedWithItsVersion() throws IOException {
    var home = Files.createDirectory(temporary.resolve("old-jdk"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    assertRefused(
        Map.of("vestibule.local.java-home", home.toString()),
        "The broker needs JDK 21 or newer, but " + home + " is version 17.0.15.",
        "JAVA_HOME");
  }

  @Test
  void tooLittleRoomIsSaidInMegabytes() {
    assertRefused(
        Map.of("vestibule.local.minimum-free-space", "1000TB"),
        "and 1048576000 MB are needed.",
        "Make module");
  }

  @Test
  void aMissingBrokerIsSaidWithTheCommandThatBringsIt() {
    assertRefused(
        Map.of("vestibule.local.broker-home", temporary.resolve("nowhere").toString()),
        "nowhere or its exporter in",
        "mvn process-classes");
  }

  @Test
  void aSecondInstanceOnTheSameDataIsToldWhoRunsThere() {
    try (var first = DirectoryLock.take(temporary)) {
      assertThat(first).isNotNull();
      assertRefused(
          Map.of("vestibule.local.directory", temporary.toString()),
          "Another instance, process " + ProcessHandle.current().pid() + ", runs on " + temporary,
          "--vestibule.local.directory");
    }
  }

  private void assertRefused(Map<String, String> properties, String sentence, String remedy) {
    try (var application = new LocalApplication(temporary.resolve("data"), properties)) {
      assertThat(application.awaitExitCode()).isEqualTo(78);
      assertThat(application.output())
          .contains(sentence, remedy)
          .doesNotContain("\tat ", "Exception");
    }
  }
}
