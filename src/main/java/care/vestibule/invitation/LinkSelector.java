package care.vestibule.invitation;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The part of a link that finds its row and authenticates nothing.
 *
 * @param text 8 random bytes as 11 characters of base64url without padding
 */
public record LinkSelector(String text) {

  private static final int BYTES = 8;

  /** Refuses anything but the one canonical spelling of 8 bytes. */
  public LinkSelector {
    if (!text.equals(encode(decode(text)))) {
      throw new IllegalArgumentException("Not a selector");
    }
  }

  public static LinkSelector random(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new LinkSelector(encode(bytes));
  }

  public static LinkSelector of(byte[] bytes) {
    return new LinkSelector(encode(bytes));
  }

  public byte[] bytes() {
    return decode(text);
  }

  private static byte[] decode(String text) {
    var bytes = Base64.getUrlDecoder().decode(text);
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("Not a selector");
    }
    return bytes;
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
