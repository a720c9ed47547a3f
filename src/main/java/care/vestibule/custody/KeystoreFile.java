package care.vestibule.custody;

import care.vestibule.tenancy.ClinicId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where one clinic's keystore is. */
final class KeystoreFile {

  private final Path path;

  KeystoreFile(Path directory, ClinicId clinic) {
    this.path = directory.resolve(clinic + ".bcfks");
  }

  boolean exists() {
    return Files.exists(path);
  }

  InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  void replace(byte[] content) throws IOException {
    AtomicFile.replace(path, content);
  }

  /** Puts a file nobody can open out of the way, and tells where it is now. */
  Path setAside() throws IOException {
    for (int number = 1; ; number++) {
      var aside = path.resolveSibling(path.getFileName() + ".unreadable-" + number);
      if (!Files.exists(aside)) {
        return Files.move(path, aside);
      }
    }
  }
}
