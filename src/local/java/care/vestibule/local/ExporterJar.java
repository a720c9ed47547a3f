package care.vestibule.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The broker-side jar, whatever version the build gave it. */
final class ExporterJar {

  private ExporterJar() {}

  static Optional<Path> find(Path directory) {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (var jars = Files.newDirectoryStream(directory, "vestibule-*-exporter.jar")) {
      for (var jar : jars) {
        return Optional.of(jar);
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
