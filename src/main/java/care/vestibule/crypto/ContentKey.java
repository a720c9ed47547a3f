package care.vestibule.crypto;

import java.security.SecureRandom;
import java.util.Arrays;

/** The key of one version of one entity, 32 bytes. */
public final class ContentKey implements AutoCloseable {

  static final int SIZE = 32;
  private final byte[] secret;
  private final KeyId id;

  ContentKey(byte[] secret) {
    if (secret.length != SIZE) {
      throw new CryptoRefusal(CryptoRefusal.Reason.BAD_KEY);
    }
    this.secret = secret.clone();
    this.id = new KeyId(Primitives.hkdf(this.secret, "content-key-id", KeyId.SIZE));
  }

  /** A new key. */
  public static ContentKey generate(SecureRandom random) {
    var bytes = new byte[SIZE];
    random.nextBytes(bytes);
    try {
      return new ContentKey(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Derived from the key, so that it also commits to it: AES-GCM alone does not. */
  public KeyId id() {
    return id;
  }

  byte[] secret() {
    return secret;
  }

  /** Wipes the key. */
  @Override
  public void close() {
    Arrays.fill(secret, (byte) 0);
  }
}
