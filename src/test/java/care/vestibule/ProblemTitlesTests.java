package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.MessageBundles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every problem an API answers with has its title in the bundle, and no title is left over. */
class ProblemTitlesTests {

  private static final Pattern SLUG =
      Pattern.compile(
          "(?:new Problem\\(\\s*Problem\\.Kind\\.\\w+,\\s*|new Problem\\(Kind\\.\\w+,\\s*"
              + "|\\b(?:conflict|unprocessable|refused)\\(\\s*)\"([a-z-]+)\"");
  private static final Pattern MISSING = Pattern.compile("given\\([^\"()]*\"(\\w+)\"\\)");

  @Test
  void everyProblemHasATitle() throws IOException {
    assertThat(titles()).isEqualTo(slugs());
  }

  private static Set<String> titles() {
    var slugs = new TreeSet<String>();
    MessageBundles.read("api", "")
        .keySet()
        .forEach(key -> slugs.add(key.replace("api.problem.", "")));
    return slugs;
  }

  private static Set<String> slugs() throws IOException {
    var slugs = new TreeSet<String>();
    try (var sources = Files.walk(Path.of("src/main/java"))) {
      sources
          .filter(file -> file.toString().endsWith(".java"))
          .map(ProblemTitlesTests::read)
          .filter(source -> source.contains("Problem"))
          .forEach(
              source -> {
                SLUG.matcher(source).results().forEach(slug -> slugs.add(slug.group(1)));
                if (source.contains("name + \"-missing\"")) {
                  MISSING
                      .matcher(source)
                      .results()
                      .forEach(name -> slugs.add(name.group(1) + "-missing"));
                }
              });
    }
    return slugs;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
