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

  private static final Path DIRECTORY = Path.of("src/main/resources/messages");

  private MessageBundles() {}

  /** All bundles, by name. */
  public static List<String> names() {
    try (var files = Files.list(DIRECTORY)) {
      return files
          .map(file -> file.getFileName().toString().replace(".properties", ""))
          .filter(name -> !name.contains("_"))
          .sorted()
          .toList();
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
    return DIRECTORY.resolve(bundle + suffix + ".properties");
  }
}
