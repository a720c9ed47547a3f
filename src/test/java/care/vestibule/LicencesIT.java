package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every library that is shipped is in the SBOM, and under a licence of the list. */
class LicencesIT {

  private static final Path JAR = Path.of("target/vestibule-0.1.0.jar");

  private final Set<String> allowed = allowed();

  @Test
  void whatIsShippedIsUnderALicenceOfTheList() throws IOException {
    var shipped = shipped();

    assertThat(shipped).hasSizeGreaterThan(100);
    assertThat(shipped.stream().filter(library -> !isAllowed(library)).map(LicencesIT::nameOf))
        .isEmpty();
  }

  @Test
  void whatIsShippedIsInTheBillOfMaterials() throws IOException {
    var listed = shipped().stream().map(LicencesIT::fileOf).collect(Collectors.toSet());

    // Parts of one library share its entry, and Boot adds its own tools.
    assertThat(libraries())
        .filteredOn(file -> !file.matches("netty-tcnative-boringssl.*|xmlresolver.*-data.*"))
        .filteredOn(file -> !file.startsWith("spring-boot-jarmode-tools"))
        .allMatch(listed::contains);
  }

  @Test
  void aLicenceThatIsNotOnTheListIsFound() {
    var closed =
        new JsonMapper()
            .readTree(
                """
                {"group": "com.example", "name": "closed",
                 "licenses": [{"license": {"name": "Camunda License 1.0"}}]}
                """);

    assertThat(isAllowed(closed)).isFalse();
  }

  private boolean isAllowed(JsonNode library) {
    var group = library.path("group").asString();
    return stream(library.path("licenses"))
        .map(entry -> entry.has("expression") ? entry.path("expression") : name(entry))
        .map(JsonNode::asString)
        .anyMatch(name -> allowed.contains(name) || allowed.contains(group + " " + name));
  }

  private static JsonNode name(JsonNode entry) {
    var licence = entry.path("license");
    return licence.has("id") ? licence.path("id") : licence.path("name");
  }

  private static List<JsonNode> shipped() throws IOException {
    var libraries = Set.copyOf(libraries());
    try (var sbom = new JarFile(JAR.toFile());
        var in = sbom.getInputStream(sbom.getEntry("META-INF/sbom/application.cdx.json"))) {
      return stream(new JsonMapper().readTree(in).path("components"))
          .filter(library -> libraries.contains(fileOf(library)))
          .toList();
    }
  }

  private static String fileOf(JsonNode library) {
    return nameOf(library) + ".jar";
  }

  private static String nameOf(JsonNode library) {
    return library.path("name").asString() + "-" + library.path("version").asString();
  }

  private static List<String> libraries() throws IOException {
    try (var jar = new JarFile(JAR.toFile());
        Stream<? extends ZipEntry> entries = jar.stream()) {
      return entries
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
          .map(name -> name.substring("BOOT-INF/lib/".length()))
          .toList();
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static Set<String> allowed() {
    try {
      return Files.readAllLines(Path.of("src/test/resources/licences.txt")).stream()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
