package care.vestibule.crypto;

import java.util.Arrays;
import java.util.HexFormat;

/** Names a key by 16 bytes derived from it. */
// Copied on the way in and out, and compared by content.
@SuppressWarnings("ArrayRecordComponent")
public record KeyId(byte[] value) {

  /** The length in bytes. */
  public static final int SIZE = 16;

  /**
   * Copies the bytes.
   *
   * @throws CryptoRefusal {@code MALFORMED} if there are not 16
   */
  public KeyId {
    if (value.length != SIZE) {
      throw new CryptoRefusal(CryptoRefusal.Reason.MALFORMED);
    }
    value = value.clone();
  }

  /** Reads 32 hex digits. */
  public static KeyId ofHex(String hex) {
    return new KeyId(HexFormat.of().parseHex(hex));
  }

  @Override
  public byte[] value() {
    return value.clone();
  }

  /** 32 hex digits, lower case. */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyId that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return hex();
  }
}
