package care.vestibule.custody;

import care.vestibule.crypto.MasterSecret;
import java.nio.file.Path;

/** Reads a master secret from any file, as the one in use is read from its own. */
@FunctionalInterface
public interface SecretFile {

  /**
   * The secret; to be closed.
   *
   * @throws IllegalStateException with a sentence, if the file does not hold one
   */
  MasterSecret read(Path file);
}
