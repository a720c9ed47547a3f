package care.vestibule.crypto;

import java.security.MessageDigest;

/**
 * The 32-byte key under which secrets of links and codes are hashed before they are stored.
 *
 * <p>It is not in the database, so that who can write there still cannot plant a link that works.
 */
public final class Pepper implements AutoCloseable {

  private static final int SIZE = 32;

  private final Secret secret;

  private Pepper(Secret secret) {
    this.secret = secret;
  }

  /**
   * Takes a copy of the 32 bytes.
   *
   * @throws CryptoRefusal if there are more or fewer
   */
  public static Pepper of(byte[] bytes) {
    return new Pepper(Secret.copyOf(bytes, SIZE));
  }

  /** HMAC-SHA-256 over selector and secret, 32 bytes; the selector ties the hash to its row. */
  public byte[] hash(byte[] secretPart, byte[] selector) {
    return Hmac.sha256(
        secret.bytes(),
        TlvWriter.labelled("vestibule/v1/pepper")
            .bytes(2, selector)
            .bytes(3, secretPart)
            .toBytes());
  }

  /** Whether the hash was made of this secret and selector; takes the same time either way. */
  public boolean matches(byte[] hash, byte[] secretPart, byte[] selector) {
    return MessageDigest.isEqual(hash, hash(secretPart, selector));
  }

  /** Wipes the key. */
  @Override
  public void close() {
    secret.close();
  }
}
