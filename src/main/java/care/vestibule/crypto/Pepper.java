package care.vestibule.crypto;

import java.security.MessageDigest;
import java.util.Arrays;

/** A key of 32 bytes kept outside of the database, under which secrets are hashed for storage. */
public final class Pepper implements AutoCloseable {

  private final byte[] secret;

  private Pepper(byte[] secret) {
    this.secret = Secrets.copyOf(secret);
  }

  /**
   * Takes a copy of 32 bytes.
   *
   * @throws CryptoRefusal {@code BAD_KEY} if there are not 32
   */
  public static Pepper of(byte[] secret) {
    return new Pepper(secret);
  }

  /** HMAC-SHA-256 of a secret and what it belongs to, 32 bytes. */
  public byte[] hash(byte[] value, byte[] selector) {
    return Primitives.hmac(secret, Tlv.of("pepper").bytes(value).bytes(selector).encoded());
  }

  /** Whether the hash is of this secret; compared in constant time. */
  public boolean matches(byte[] hash, byte[] value, byte[] selector) {
    return MessageDigest.isEqual(hash, hash(value, selector));
  }

  /** Wipes the key. */
  @Override
  public void close() {
    Arrays.fill(secret, (byte) 0);
  }
}
