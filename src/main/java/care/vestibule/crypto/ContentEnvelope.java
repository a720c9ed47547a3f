package care.vestibule.crypto;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * One version of one entity, encrypted under its content key.
 *
 * <p>Bytes: version (1), cipher (1), nonce (12), ciphertext of the plaintext padded to a multiple
 * of 64 bytes, tag (16). Clinic, entity, type, version and key are authenticated, not stored.
 */
public final class ContentEnvelope {

  private ContentEnvelope() {}

  /** Seals a plaintext under the key for the header's place. */
  public static byte[] seal(
      ContentKey key, EntityHeader header, byte[] plaintext, SecureRandom random) {
    var padded = Padding.pad(plaintext);
    try {
      return AesGcm.seal(key.bytes(), header.associatedData(key.id()), padded, random);
    } finally {
      Arrays.fill(padded, (byte) 0);
    }
  }

  /**
   * Opens what was sealed under the same key for the same place.
   *
   * @throws CryptoRefusal if any bit of envelope, header or key differs
   */
  public static byte[] open(ContentKey key, EntityHeader header, byte[] envelope) {
    var padded = AesGcm.open(key.bytes(), header.associatedData(key.id()), envelope);
    try {
      return Padding.strip(padded);
    } finally {
      Arrays.fill(padded, (byte) 0);
    }
  }
}
