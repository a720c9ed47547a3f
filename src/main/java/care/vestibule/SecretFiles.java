package care.vestibule;

import care.vestibule.crypto.CryptoRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Secrets in files of hexadecimal digits, one file each, as orchestrators mount them.
 *
 * @param directory where the files are; white space around the digits is ignored
 */
@ConfigurationProperties("vestibule.secrets")
record SecretFiles(@DefaultValue(".local/secrets") Path directory) {

  static final String NEXT = ".next";
  static final String FORMER = ".former";

  /**
   * Reads a secret and wipes what passed through memory on the way.
   *
   * @throws IllegalStateException with a sentence for the operator, without any digit of the file
   */
  <T> T read(String name, Function<byte[], T> secret) {
    return read(directory.resolve(name), secret);
  }

  /**
   * Reads the secrets that are accepted beside the one of this name.
   *
   * <p>{@code <name>.next} is not used for anything new yet, {@code <name>.former} not any more:
   * two processes that are restarted one after the other always understand each other.
   */
  <T> List<T> readBeside(String name, Function<byte[], T> secret) {
    return Stream.of(name + NEXT, name + FORMER)
        .filter(this::has)
        .map(beside -> read(beside, secret))
        .toList();
  }

  /** Whether there is a file of this name. */
  boolean has(String name) {
    return Files.exists(directory.resolve(name));
  }

  /** Reads a secret from any file, as {@link #read(String, Function)} does. */
  static <T> T read(Path path, Function<byte[], T> secret) {
    var file = path.toAbsolutePath();
    var bytes = new byte[0];
    try {
      bytes = bytesOf(file);
      return secret.apply(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("The secret file " + file + " cannot be read", e);
    } catch (CryptoRefusal | IllegalArgumentException e) {
      // The cause is left out: it may quote what the file holds.
      throw new IllegalStateException(
          "The secret file " + file + " does not hold the expected number of hex digits");
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static byte[] bytesOf(Path file) throws IOException {
    var raw = Files.readAllBytes(file);
    var digits = StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(raw)).array();
    try {
      var start = 0;
      var end = digits.length;
      while (start < end && digits[start] <= ' ') {
        start++;
      }
      while (end > start && digits[end - 1] <= ' ') {
        end--;
      }
      return HexFormat.of().parseHex(digits, start, end);
    } finally {
      Arrays.fill(raw, (byte) 0);
      Arrays.fill(digits, '\0');
    }
  }
}
