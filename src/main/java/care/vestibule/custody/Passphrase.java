package care.vestibule.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What locks a backup: at least 16 characters, so that guessing it costs more than it is worth. */
final class Passphrase implements AutoCloseable {

  private static final int LEAST = 16;

  private final char[] characters;

  private Passphrase(char[] characters) {
    this.characters = characters;
  }

  /** The first line of a UTF-8 file. */
  static Passphrase read(Path file) {
    byte[] raw;
    try {
      raw = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(raw));
    var all = decoded.array();
    try {
      int end = 0;
      while (end < decoded.limit() && all[end] != '\n' && all[end] != '\r') {
        end++;
      }
      if (end < LEAST) {
        throw new CommandRefused(
            ExitCode.REFUSED, "The passphrase in " + file + " has fewer than 16 characters.");
      }
      return new Passphrase(Arrays.copyOf(all, end));
    } finally {
      Arrays.fill(raw, (byte) 0);
      Arrays.fill(all, '\0');
    }
  }

  /** A copy, the caller's to wipe. */
  char[] characters() {
    return characters.clone();
  }

  @Override
  public void close() {
    Arrays.fill(characters, '\0');
  }
}
