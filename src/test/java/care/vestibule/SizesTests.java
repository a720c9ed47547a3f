package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that fit into a head: half of them in 60 lines, nine in ten in 130, each in 200. */
class SizesTests {

  @Test
  void filesAreShort() {
    var lines = lines();

    assertThat(lines).hasSizeGreaterThan(500);
    assertThat(lines.get(lines.size() / 2)).isLessThanOrEqualTo(60);
    assertThat(lines.get(lines.size() * 9 / 10)).isLessThanOrEqualTo(130);
    assertThat(lines.getLast()).isLessThanOrEqualTo(200);
  }

  private static List<Long> lines() {
    return Stream.of("src/main/java", "src/local/java")
        .flatMap(SizesTests::files)
        .map(SizesTests::lines)
        .sorted()
        .toList();
  }

  private static Stream<Path> files(String root) {
    try (var files = Files.walk(Path.of(root))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
