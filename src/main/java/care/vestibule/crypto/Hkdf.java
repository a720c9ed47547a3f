package care.vestibule.crypto;

import java.util.Arrays;

/**
 * HKDF-SHA-256 (RFC 5869); {@code javax.crypto.KDF} comes with Java 24, this runs on 21.
 *
 * <p>Nothing here has a salt to give: every input is uniformly random already.
 */
final class Hkdf {

  private static final byte[] NO_SALT = new byte[Hmac.SIZE];
  private static final int MOST_BLOCKS = 255;

  private Hkdf() {}

  static byte[] derive(byte[] key, byte[] info, int length) {
    var pseudoRandomKey = extract(NO_SALT, key);
    try {
      return expand(pseudoRandomKey, info, length);
    } finally {
      Arrays.fill(pseudoRandomKey, (byte) 0);
    }
  }

  static byte[] extract(byte[] salt, byte[] key) {
    return Hmac.sha256(salt.length == 0 ? NO_SALT : salt, key);
  }

  static byte[] expand(byte[] pseudoRandomKey, byte[] info, int length) {
    if (length > MOST_BLOCKS * Hmac.SIZE) {
      throw new IllegalArgumentException("HKDF gives at most 255 blocks");
    }
    var output = new byte[length];
    var block = new byte[0];
    for (var offset = 0; offset < length; offset += Hmac.SIZE) {
      byte[] number = {(byte) (offset / Hmac.SIZE + 1)};
      var next = Hmac.sha256(pseudoRandomKey, block, info, number);
      Arrays.fill(block, (byte) 0);
      block = next;
      System.arraycopy(block, 0, output, offset, Math.min(Hmac.SIZE, length - offset));
    }
    Arrays.fill(block, (byte) 0);
    return output;
  }
}
