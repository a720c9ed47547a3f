package care.vestibule.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Something that must not turn up where it does not belong, in any spelling. */
final class Canary {

  private final String what;
  private final byte[] bytes;

  /** {@code what} is for whoever reads the failure. */
  Canary(String what, byte[] bytes) {
    this.what = what;
    this.bytes = bytes.clone();
  }

  static Canary text(String what, String text) {
    return new Canary(what, text.getBytes(UTF_8));
  }

  /** A secret that is written as base64url, such as a part of a link. */
  static Canary secret(String what, String base64url) {
    return new Canary(what, Base64.getUrlDecoder().decode(base64url));
  }

  /** Which of the canaries are in the text, in whatever spelling. */
  static List<String> in(String where, String text, List<Canary> canaries) {
    return canaries.stream()
        .filter(canary -> canary.forms().anyMatch(text::contains))
        .map(canary -> canary.what + " in " + where)
        .toList();
  }

  /** Which of the canaries are in a file below the directory. */
  static List<String> below(Path directory, List<Canary> canaries) {
    try (var files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> in(file.toString(), content(file), canaries).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Latin-1 keeps each byte as a character, so that binary files can be searched as text. */
  private static String content(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The ends of a base64 text depend on what stands around it: three offsets, without the edges.
  private Stream<String> forms() {
    var plain = new String(bytes, ISO_8859_1);
    var hex = HexFormat.of().formatHex(bytes);
    return Stream.concat(
        Stream.of(
            plain,
            hex,
            hex.toUpperCase(java.util.Locale.ROOT),
            URLEncoder.encode(new String(bytes, UTF_8), UTF_8)),
        Stream.of(0, 1, 2).flatMap(this::base64));
  }

  private Stream<String> base64(int offset) {
    var shifted = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
        .map(encoder -> encoder.withoutPadding().encodeToString(shifted))
        .map(text -> text.substring(offset == 0 ? 0 : 4, text.length() - 2));
  }

  @Override
  public String toString() {
    return what;
  }
}
