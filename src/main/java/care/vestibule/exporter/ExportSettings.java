package care.vestibule.exporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the broker's configuration says.
 *
 * @param url where batches are posted, argument {@code url}
 * @param token the secret both sides know, argument {@code token}, or {@code tokenFile} for the
 *     path of a file with it
 * @param batchRecords how many records make a batch full, argument {@code batchSize}
 * @param batchCharacters how many characters of JSON do, argument {@code batchCharacters}
 * @param flushInterval how long a record waits at most, argument {@code flushInterval} in
 *     milliseconds
 * @param heartbeat how long the portal hears nothing at most, argument {@code heartbeat} in
 *     milliseconds
 * @param processes the ids of the processes that are exported, argument {@code processes},
 *     separated by commas: other processes of a shared cluster are none of the portal's business
 */
record ExportSettings(
    URI url,
    String token,
    int batchRecords,
    int batchCharacters,
    Duration flushInterval,
    Duration heartbeat,
    Set<String> processes) {

  /**
   * Reads and checks the arguments.
   *
   * @throws IllegalArgumentException if one is missing or makes no sense
   */
  static ExportSettings of(Map<String, Object> values) {
    var arguments = new Arguments(values);
    return new ExportSettings(
        URI.create(arguments.required("url")),
        token(arguments),
        arguments.number("batchSize", 500, 1),
        arguments.number("batchCharacters", 1_000_000, 1),
        Duration.ofMillis(arguments.number("flushInterval", 50, 1)),
        Duration.ofMillis(arguments.number("heartbeat", 1_000, 1)),
        Set.of(arguments.text("processes").orElse("patient-access").split("\\s*,\\s*")));
  }

  private static String token(Arguments arguments) {
    var file = arguments.text("tokenFile");
    if (file.isEmpty()) {
      return arguments.required("token");
    }
    try {
      return Files.readString(Path.of(file.get())).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The token file cannot be read", e);
    }
  }

  /** Leaves out the token. */
  @Override
  public String toString() {
    return "ExportSettings[url=%s, processes=%s]".formatted(url, processes);
  }

  /** The arguments of the broker's configuration; environment variables lose the case of names. */
  static final class Arguments {

    private final Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Arguments(Map<String, Object> values) {
      this.values.putAll(values);
    }

    Optional<String> text(String name) {
      return Optional.ofNullable(values.get(name))
          .map(Object::toString)
          .map(String::strip)
          .filter(text -> !text.isEmpty());
    }

    String required(String name) {
      return text(name)
          .orElseThrow(() -> new IllegalArgumentException("Argument " + name + " is missing"));
    }

    int number(String name, int otherwise, int least) {
      int number = text(name).map(Integer::valueOf).orElse(otherwise);
      if (number < least) {
        throw new IllegalArgumentException("Argument " + name + " is less than " + least);
      }
      return number;
    }
  }
}
