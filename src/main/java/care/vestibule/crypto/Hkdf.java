package care.vestibule.crypto;

import java.util.Arrays;

/**
 * HKDF-SHA-256 (RFC 5869) without salt; {@code javax.crypto.KDF} comes with Java 24, this runs on
 * 21.
 */
final class Hkdf {

  private static final byte[] NO_SALT = new byte[Hmac.SIZE];
  private static final byte[] FIRST_BLOCK = {1};

  private Hkdf() {}

  /** Derives up to 32 bytes, the one block of output that is ever needed here. */
  static byte[] derive(byte[] key, byte[] info, int length) {
    var pseudoRandomKey = Hmac.sha256(NO_SALT, key);
    var block = Hmac.sha256(pseudoRandomKey, info, FIRST_BLOCK);
    try {
      return Arrays.copyOf(block, length);
    } finally {
      Arrays.fill(pseudoRandomKey, (byte) 0);
      Arrays.fill(block, (byte) 0);
    }
  }
}
