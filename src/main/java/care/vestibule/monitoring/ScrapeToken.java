package care.vestibule.monitoring;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What whoever collects the metrics shows at the door: at least 16 random bytes, as hexadecimal
 * digits after {@code Bearer} (RFC 6750, 2.1). The collector reads the same file as Vestibule.
 */
public final class ScrapeToken {

  private static final String SCHEME = "Bearer ";
  private static final int LEAST = 16;

  private final List<byte[]> accepted;

  private ScrapeToken(List<byte[]> accepted) {
    this.accepted = accepted;
  }

  /** Opens for nobody. */
  public static ScrapeToken none() {
    return new ScrapeToken(List.of());
  }

  /**
   * A token.
   *
   * @throws IllegalArgumentException if it is so short that it can be guessed
   */
  public static ScrapeToken of(byte[] bytes) {
    if (bytes.length < LEAST) {
      throw new IllegalArgumentException("Too short for a token");
    }
    return new ScrapeToken(List.of(bytes.clone()));
  }

  /** Opens for those too, so that the token can be replaced without a gap. */
  public ScrapeToken accepting(List<ScrapeToken> others) {
    return new ScrapeToken(
        Stream.concat(Stream.of(this), others.stream())
            .flatMap(token -> token.accepted.stream())
            .toList());
  }

  /** Whether it opens for this header; how much of a guess was right does not show. */
  public boolean opensFor(String authorization) {
    if (!authorization.startsWith(SCHEME)) {
      return false;
    }
    byte[] shown;
    try {
      shown = HexFormat.of().parseHex(authorization.substring(SCHEME.length()));
    } catch (IllegalArgumentException e) {
      return false;
    }
    var opens = false;
    for (var token : accepted) {
      opens |= MessageDigest.isEqual(token, shown);
    }
    return opens;
  }

  /** Leaves out the token. */
  @Override
  public String toString() {
    return "ScrapeToken";
  }
}
