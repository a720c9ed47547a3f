package care.vestibule.crypto;

import java.util.Arrays;
import java.util.HexFormat;

/** The name of a key, derived from the key itself: 16 bytes, safe to store and to show. */
public final class KeyId implements Comparable<KeyId> {

  /** The length in bytes. */
  public static final int SIZE = 16;

  private final byte[] value;

  /**
   * Takes the 16 bytes.
   *
   * @throws CryptoRefusal if there are more or fewer
   */
  public KeyId(byte[] value) {
    if (value.length != SIZE) {
      throw new CryptoRefusal(CryptoRefusal.Reason.WRONG_LENGTH);
    }
    this.value = value.clone();
  }

  /**
   * Reads the 32 hexadecimal digits written by {@link #hex()}.
   *
   * @throws IllegalArgumentException if the text is not hexadecimal
   */
  public static KeyId ofHex(String hex) {
    return new KeyId(HexFormat.of().parseHex(hex));
  }

  /** A copy of the 16 bytes. */
  public byte[] value() {
    return value.clone();
  }

  /** The bytes as 32 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  @Override
  public int compareTo(KeyId other) {
    return Arrays.compareUnsigned(value, other.value);
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
