package care.vestibule.crypto;

import java.security.SecureRandom;
import java.util.Arrays;

/** The secret of a pair of parties, 32 bytes, under which one hands content keys to the other. */
public final class ExchangeKey implements AutoCloseable {

  static final int SIZE = 32;
  private final byte[] secret;
  private final byte[] wrapping;

  ExchangeKey(byte[] secret) {
    if (secret.length != SIZE) {
      throw new CryptoRefusal(CryptoRefusal.Reason.BAD_KEY);
    }
    this.secret = secret.clone();
    this.wrapping = Primitives.hkdf(this.secret, "wrap", SIZE);
  }

  /** A new key. */
  public static ExchangeKey generate(SecureRandom random) {
    var bytes = new byte[SIZE];
    random.nextBytes(bytes);
    try {
      return new ExchangeKey(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Wraps a content key: nonce of 12 bytes, ciphertext of 32, tag of 16, together 60 bytes. */
  public byte[] wrap(ContentKey key, DelegationHeader header, SecureRandom random) {
    return AesGcm.seal(wrapping, header.associatedData(), key.secret(), random);
  }

  /**
   * Unwraps a content key.
   *
   * @throws CryptoRefusal if it is wrapped for another header or key, or is not the one it claims
   */
  public ContentKey unwrap(byte[] wrapped, DelegationHeader header) {
    var bytes = AesGcm.open(wrapping, header.associatedData(), wrapped);
    try {
      var key = new ContentKey(bytes);
      if (!key.id().equals(header.contentKey())) {
        throw new CryptoRefusal(CryptoRefusal.Reason.WRONG_CONTENT_KEY);
      }
      return key;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  byte[] secret() {
    return secret;
  }

  /** Wipes the key. */
  @Override
  public void close() {
    Arrays.fill(secret, (byte) 0);
    Arrays.fill(wrapping, (byte) 0);
  }
}
