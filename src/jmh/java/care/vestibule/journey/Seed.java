package care.vestibule.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The statements that fill a vestibule with many rows, always the same. */
final class Seed {

  private Seed() {}

  static String read(String file) {
    try {
      return Files.readString(Path.of("src", "jmh", "resources", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
