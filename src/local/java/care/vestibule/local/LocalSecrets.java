package care.vestibule.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** The secrets an administrator would provide, made once and readable by their owner only. */
final class LocalSecrets {

  // The intake key is two seeds: encryption and signing.
  private static final Map<String, Integer> SIZES =
      Map.of(
          "pepper", 32, "invitation-key", 32, "master", 32, "intake-key", 64, "scrape-token", 32);

  private final Path directory;
  private final SecureRandom random;

  LocalSecrets(Path directory, SecureRandom random) {
    this.directory = directory;
    this.random = random;
  }

  /** Where the files are. */
  Path directory() {
    return directory;
  }

  /** Makes what is not there yet; what is there stays, because stored data depends on it. */
  void createMissing() {
    try {
      Files.createDirectories(directory);
      protect(directory, "rwx------");
      SIZES.forEach(this::createMissing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A secret for the life of this process only, hexadecimal. */
  String fresh(int bytes) {
    var secret = new byte[bytes];
    random.nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  private void createMissing(String name, int bytes) {
    var file = directory.resolve(name);
    if (Files.exists(file)) {
      return;
    }
    try {
      // Moved into place when complete: a kill in between must not leave half a secret.
      var draft = Files.createTempFile(directory, name, ".new");
      Files.writeString(draft, fresh(bytes));
      protect(draft, "rw-------");
      Files.move(draft, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void protect(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
