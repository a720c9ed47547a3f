package care.vestibule.local;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where the broker's records go.
 *
 * @param jar the broker-side jar
 * @param target the portal's address for record batches
 * @param token the secret both sides know
 */
public record ExporterSettings(Path jar, URI target, String token) {

  /** Leaves out the token. */
  @Override
  public String toString() {
    return "ExporterSettings[jar=%s, target=%s]".formatted(jar, target);
  }
}
