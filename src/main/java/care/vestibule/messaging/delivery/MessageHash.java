package care.vestibule.messaging.delivery;

import care.vestibule.crypto.Pepper;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Recognises what was sent to whom without telling either: HMAC-SHA-256 under the pepper.
 *
 * <p>A plain hash would give a six-digit code away to whoever reads the table and counts to a
 * million.
 *
 * @param hex 64 hex digits
 */
public record MessageHash(String hex) {

  /** Of a message that was never worded. */
  static final MessageHash NONE = new MessageHash("0".repeat(64));

  /** The digest of an address and of the words sent there. */
  public static MessageHash of(Pepper pepper, String address, String words) {
    var mac =
        pepper.hash(
            words.getBytes(StandardCharsets.UTF_8), address.getBytes(StandardCharsets.UTF_8));
    return new MessageHash(HexFormat.of().formatHex(mac));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  static MessageHash ofBytes(byte[] bytes) {
    return new MessageHash(HexFormat.of().formatHex(bytes));
  }
}
