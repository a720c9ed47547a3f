package care.vestibule.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The message bundles, as they lie in the source tree. */
public final class MessageBundles {

  private static final List<Path> DIRECTORIES =
      List.of(Path.of("src/main/resources/messages"), Path.of("src/local/resources/messages"));

  private MessageBundles() {}

  /** All bundles, by name. */
  public static List<String> names() {
    return DIRECTORIES.stream()
        .flatMap(directory -> files(directory).stream())
        .map(file -> file.getFileName().toString().replace(".properties", ""))
        .filter(name -> !name.contains("_"))
        .sorted()
        .toList();
  }

  private static List<Path> files(Path directory) {
    try (var files = Files.list(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a bundle exists in a language. */
  public static boolean exists(String bundle, String language) {
    return Files.exists(file(bundle, language));
  }

  /** The texts of a bundle; English goes by the empty name. */
  public static Map<String, String> read(String bundle, String language) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file(bundle, language))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var texts = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  private static Path file(String bundle, String language) {
    var suffix = language.isEmpty() ? "" : "_" + language;
    var directory = bundle.equals("local") ? DIRECTORIES.getLast() : DIRECTORIES.getFirst();
    return directory.resolve(bundle + suffix + ".properties");
  }
}
