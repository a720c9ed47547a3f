package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Screens, messages and documents speak plain modern English and call the system by its name. */
class PlainWordsTests {

  private static final Pattern NOT_PLAIN =
      Pattern.compile(
          "(?i)\\b(?:houses?|rooms?|can not|can't|whoever|nudges?|nudged|couriers?|parcels?"
              + "|good for|enquir(?:y|ies))\\b");

  static Stream<Path> texts() {
    return Stream.of(
            files("src/main/resources/messages", "properties"),
            files("src/local/resources/messages", "properties"),
            files("src/main/resources/templates", "html"),
            files("src/local/resources/templates", "html"),
            files("docs", "md"),
            List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")))
        .flatMap(List::stream)
        .filter(file -> !file.getFileName().toString().matches(".*_(?:de|fr|es)\\.properties"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextHasPlainWords(Path text) throws IOException {
    assertThat(notPlain(Files.readString(text))).isEmpty();
  }

  @Test
  void aWordThatIsNotPlainIsFound() {
    assertThat(notPlain("Whoever can not enter the house")).hasSize(3);
    assertThat(notPlain("A housekeeper cannot enter")).isEmpty();
  }

  private static List<String> notPlain(String text) {
    return NOT_PLAIN.matcher(text).results().map(MatchResult::group).toList();
  }

  private static List<Path> files(String directory, String ending) {
    try (var files = Files.walk(Path.of(directory))) {
      return files.filter(file -> file.toString().endsWith("." + ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
