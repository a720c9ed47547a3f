package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A template is read and compared line by line, so its lines stay short. */
class TemplatesTests {

  private static final int LONGEST = 140;

  static Stream<Path> templates() {
    return Stream.of("main", "local")
        .map(root -> Path.of("src", root, "resources", "templates"))
        .filter(Files::isDirectory)
        .flatMap(root -> files(root).stream());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateHasNoLongLine(Path template) throws IOException {
    assertThat(longLines(Files.readAllLines(template)))
        .as("lines of more than " + LONGEST + " characters")
        .isEmpty();
  }

  @Test
  void theTestItselfNoticesALongLine() {
    assertThat(longLines(List.of("<p>", "x".repeat(LONGEST), "x".repeat(LONGEST + 1))))
        .containsExactly(3);
  }

  private static List<Integer> longLines(List<String> lines) {
    return IntStream.rangeClosed(1, lines.size())
        .filter(number -> lines.get(number - 1).length() > LONGEST)
        .boxed()
        .toList();
  }

  private static List<Path> files(Path root) {
    try (var files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
