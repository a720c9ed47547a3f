package care.vestibule.myrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class ViewerTextsTests {

  private static final Pattern ASKED = Pattern.compile("\\b(?:text|say)\\('([A-Za-z_.]+)'");
  private static final Path SCRIPTS = Path.of("src/main/frontend/src");

  private final String page = render();

  @Test
  void everySentenceAScriptAsksForIsOnThePage() throws IOException {
    var asked = askedFor();

    assertThat(asked).contains("openedSome", "opened", "nothing", "sharedBy", "raw", "signedOut");
    assertThat(asked).allSatisfy(key -> assertThat(page).contains("data-key=\"" + key + "\""));
  }

  @Test
  void noSentenceIsMissingAndPlaceholdersReachTheScript() {
    assertThat(page)
        .doesNotContain("??")
        .contains("{0} records opened on this device; {1} could not be opened and are marked.")
        .contains("{0} of {1} have shared with you.");
  }

  private static Stream<String> keysIn(Path script) {
    try {
      return Files.readAllLines(script).stream()
          .flatMap(line -> ASKED.matcher(line).results().map(found -> found.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> askedFor() throws IOException {
    try (var scripts = Files.walk(SCRIPTS.resolve("record"))) {
      return Stream.concat(
              scripts.filter(Files::isRegularFile), Stream.of(SCRIPTS.resolve("my.ts")))
          .flatMap(ViewerTextsTests::keysIn)
          .distinct()
          .toList();
    }
  }

  private static String render() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/myrecord");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    var templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    engine.setTemplateEngineMessageSource(messages);
    return engine.process("myrecord/texts", new Context(Locale.ENGLISH));
  }
}
