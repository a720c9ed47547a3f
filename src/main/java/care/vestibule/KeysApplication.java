package care.vestibule;

import care.vestibule.sharing.custody.ExitCode;
import care.vestibule.sharing.custody.KeyCommands;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/**
 * The rooms the commands for keys need, without web, engine and schedules.
 *
 * <p>Everything is made when it is first used: a backup reads no database, and no command reads a
 * secret it has no use for. Not a configuration by annotation, so that the house does not find it.
 */
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {
      "care.vestibule.tenancy",
      "care.vestibule.audit",
      "care.vestibule.directory",
      "care.vestibule.records",
      "care.vestibule.sharing"
    },
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = ".*\\.(web|jobs|fhir)\\..*|.*Schedule"))
@Import({SecretsConfiguration.class, TimeConfiguration.class})
final class KeysApplication {

  static final String WORD = "keys";

  private static final Map<String, Object> SETTINGS =
      Map.of(
          "spring.main.lazy-initialization", "true",
          "spring.flyway.enabled", "false",
          "logging.level.root", "off",
          "logging.level.org.springframework.boot.SpringApplication", "off");

  private KeysApplication() {}

  /** Runs the command that follows the first word; {@code --x=y} sets a property, as always. */
  static ExitCode run(String[] args) {
    // Said to whoever typed it, which is not what a log is for.
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    var words = Arrays.stream(args).skip(1).filter(word -> !word.matches("--.+=.*")).toList();
    try (var house = house().run(args)) {
      return house.getBean(KeyCommands.class).run(words, out::println, err::println);
    } catch (RuntimeException e) {
      err.println(sentenceOf(e));
      return ExitCode.UNREACHABLE;
    }
  }

  private static SpringApplicationBuilder house() {
    return new SpringApplicationBuilder(KeysApplication.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(SETTINGS);
  }

  // The sentence is in the innermost cause that is ours; around it is which bean wanted which.
  private static String sentenceOf(Throwable thrown) {
    var cause = thrown.getCause();
    return cause == null || cause instanceof IOException
        ? String.valueOf(thrown.getMessage())
        : sentenceOf(cause);
  }
}
