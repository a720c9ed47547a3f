package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Markup;
import care.vestibule.testing.MessageBundles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything people read comes from a bundle, and every bundle speaks every language. */
class TextsTests {

  private static final List<String> LANGUAGES = List.of("de", "fr", "es");

  /** SampleEndpoints of the clinic's staff; what patients read is never listed here. */
  private static final Set<String> ENGLISH_ONLY = Set.of("desk", "monitoring", "local");

  /** Messages cut what does not fit into one segment; see BuiltInWordsTests. */
  private static final Set<String> FREE_PLACEHOLDERS = Set.of("mail", "sms");

  private static final List<Path> TEMPLATES =
      List.of(Path.of("src/main/resources/templates"), Path.of("src/local/resources/templates"));
  private static final Path SCRIPTS = Path.of("src/main/frontend/src");
  private static final Pattern NAMED = Pattern.compile("#\\{([a-z]+(?:[.-][\\w-]+)+)[}(]");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");
  private static final Pattern SAID_BY_SCRIPT =
      Pattern.compile(
          "(?:textContent\\s*=|innerText\\s*=|alert\\(|title\\s*=)\\s*['\"`][^'\"`]*\\p{L}");

  static Stream<String> bundles() {
    return MessageBundles.names().stream();
  }

  static Stream<Path> templates() {
    return TEMPLATES.stream().flatMap(root -> files(root, ".html").stream());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void aBundleSpeaksEveryLanguage(String bundle) {
    var english = MessageBundles.read(bundle, "");
    for (var language : LANGUAGES) {
      if (ENGLISH_ONLY.contains(bundle)) {
        assertThat(MessageBundles.exists(bundle, language)).as("listed, but translated").isFalse();
        continue;
      }
      var other = MessageBundles.read(bundle, language);
      assertThat(new TreeSet<>(other.keySet()))
          .as(language)
          .isEqualTo(new TreeSet<>(english.keySet()));
      other.forEach(
          (key, text) -> {
            assertThat(text).as(language + " " + key).isNotBlank();
            // An apostrophe is a quotation mark to the formatter: it swallows what follows.
            assertThat(text).as(language + " " + key).doesNotContain("'");
            if (!FREE_PLACEHOLDERS.contains(bundle)) {
              assertThat(placeholders(text))
                  .as(language + " " + key)
                  .isEqualTo(placeholders(english.getOrDefault(key, "")));
            }
          });
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateHasNoWordsOfItsOwn(Path template) throws IOException {
    assertThat(Markup.ownWords(Files.readString(template))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void whatATemplateNamesIsThere(Path template) throws IOException {
    var known = new TreeSet<String>();
    MessageBundles.names()
        .forEach(bundle -> known.addAll(MessageBundles.read(bundle, "").keySet()));
    var named =
        NAMED.matcher(Files.readString(template)).results().map(found -> found.group(1)).toList();

    assertThat(known).containsAll(named);
  }

  @Test
  void aScriptHasNoWordsOfItsOwn() {
    for (var script : files(SCRIPTS, ".ts")) {
      assertThat(SAID_BY_SCRIPT.matcher(read(script)).results().map(found -> found.group()))
          .as(script.toString())
          .isEmpty();
    }
  }

  @Test
  void theTestItselfNoticesWords() {
    assertThat(Markup.ownWords("<p>Hello</p>")).containsExactly("Hello");
    assertThat(Markup.ownWords("<p th:text=\"#{a.b}\">Hello</p>")).isEmpty();
    assertThat(Markup.ownWords("<p th:text=\"#{a.b}\"><b>Hello</b></p>")).isEmpty();
    assertThat(Markup.ownWords("<img alt=\"A cat\">")).containsExactly("A cat");
    assertThat(Markup.ownWords("<input placeholder=\"Name\" th:placeholder=\"#{a.b}\">")).isEmpty();
    assertThat(Markup.ownWords("<!-- Hello --><script>let a = 1;</script><p>·</p>")).isEmpty();
  }

  private static Set<String> placeholders(String text) {
    return new TreeSet<>(PLACEHOLDER.matcher(text).results().map(found -> found.group()).toList());
  }

  private static List<Path> files(Path root, String end) {
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
