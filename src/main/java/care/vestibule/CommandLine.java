package care.vestibule;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * Runs a command in a few modules of Vestibule, without web, engine and schedules.
 *
 * <p>Everything is made when it is first used, so that no command needs what it has no use for.
 */
final class CommandLine {

  /** What a command needs cannot be reached. */
  private static final int UNREACHABLE = 4;

  private static final Map<String, Object> SETTINGS =
      Map.of(
          "spring.main.lazy-initialization", "true",
          "spring.flyway.enabled", "false",
          // A meter that is told of something while all is closed would complain.
          "management.metrics.enable.all", "false",
          "logging.level.root", "off",
          "logging.level.org.springframework.boot.SpringApplication", "off");

  private CommandLine() {}

  /** A command; gives back the exit code. */
  @FunctionalInterface
  interface Command {
    int run(
        ApplicationContext context, List<String> words, Consumer<String> out, Consumer<String> err);
  }

  /** Runs it with the words after the first; {@code --x=y} sets a property, as always. */
  static int run(Class<?> modules, String[] args, Command command) {
    // Said to whoever typed it, which is not what a log is for.
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    var words = Arrays.stream(args).skip(1).filter(word -> !word.matches("--.+=.*")).toList();
    try (var context = application(modules).run(args)) {
      return command.run(context, words, out::println, err::println);
    } catch (RuntimeException e) {
      err.println(sentenceOf(e));
      return UNREACHABLE;
    }
  }

  private static SpringApplicationBuilder application(Class<?> modules) {
    return new SpringApplicationBuilder(modules)
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
