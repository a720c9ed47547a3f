package care.vestibule.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** The 32-byte AES key of one entity's content, for all versions of that entity. */
public final class ContentKey implements AutoCloseable {

  private static final byte[] ID_INFO =
      "vestibule/v1/content-key-id".getBytes(StandardCharsets.UTF_8);

  private final Secret secret;
  private final KeyId id;

  private ContentKey(Secret secret) {
    this.secret = secret;
    this.id = new KeyId(Hkdf.derive(secret.bytes(), ID_INFO, KeyId.SIZE));
  }

  /** Makes a new key. */
  public static ContentKey generate(SecureRandom random) {
    return new ContentKey(Secret.random(random, AesGcm.KEY_SIZE));
  }

  static ContentKey of(byte[] bytes) {
    return new ContentKey(Secret.copyOf(bytes, AesGcm.KEY_SIZE));
  }

  /**
   * The key's name, 16 bytes of HKDF-SHA-256 over the key.
   *
   * <p>AES-GCM alone does not commit to its key; the name in the associated data does.
   */
  public KeyId id() {
    return id;
  }

  /** A copy of the 32 bytes, which the caller wipes. */
  public byte[] copyOfBytes() {
    return secret.bytes().clone();
  }

  byte[] bytes() {
    return secret.bytes();
  }

  /** Wipes the key. */
  @Override
  public void close() {
    secret.close();
  }
}
