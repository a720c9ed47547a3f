package care.vestibule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Secrets in files of hex digits, one secret a file, as orchestrators mount them.
 *
 * @param directory where the files are
 */
@ConfigurationProperties("vestibule.secrets")
record SecretFiles(@DefaultValue(".local/secrets") Path directory) {

  byte[] read(String name, int size) {
    var file = directory.resolve(name);
    try {
      var secret = HexFormat.of().parseHex(Files.readString(file).strip());
      if (secret.length == size) {
        return secret;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(unreadable(file, size), e);
    }
    throw new IllegalStateException(unreadable(file, size));
  }

  private static String unreadable(Path file, int size) {
    return "The secret " + file + " must hold " + 2 * size + " hex digits";
  }
}
