package care.vestibule.crypto;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Seals an entity's content: version byte 1, nonce of 12 bytes, ciphertext, tag of 16 bytes.
 *
 * <p>The content is padded with 0x80 and zeros to a multiple of 64 bytes (ISO/IEC 7816-4), so that
 * its length tells less.
 */
public final class ContentEnvelope {

  private static final byte VERSION = 1;
  private static final int BUCKET = 64;

  private ContentEnvelope() {}

  /** Seals the content. */
  public static byte[] seal(
      ContentKey key, EntityHeader header, byte[] content, SecureRandom random) {
    var padded = Arrays.copyOf(content, (content.length / BUCKET + 1) * BUCKET);
    padded[content.length] = (byte) 0x80;
    var sealed = AesGcm.seal(key.secret(), header.associatedData(key.id()), padded, random);
    Arrays.fill(padded, (byte) 0);
    var envelope = new byte[sealed.length + 1];
    envelope[0] = VERSION;
    System.arraycopy(sealed, 0, envelope, 1, sealed.length);
    return envelope;
  }

  /**
   * Opens the content.
   *
   * @throws CryptoRefusal if the envelope is not of this key, header and version
   */
  public static byte[] open(ContentKey key, EntityHeader header, byte[] envelope) {
    if (envelope.length == 0 || envelope[0] != VERSION) {
      throw new CryptoRefusal(CryptoRefusal.Reason.UNKNOWN_VERSION);
    }
    var sealed = Arrays.copyOfRange(envelope, 1, envelope.length);
    var padded = AesGcm.open(key.secret(), header.associatedData(key.id()), sealed);
    var end = padded.length - 1;
    while (end >= 0 && padded[end] == 0) {
      end--;
    }
    if (end < 0 || padded[end] != (byte) 0x80) {
      throw new CryptoRefusal(CryptoRefusal.Reason.MALFORMED);
    }
    var content = Arrays.copyOf(padded, end);
    Arrays.fill(padded, (byte) 0);
    return content;
  }
}
