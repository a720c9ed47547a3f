package care.vestibule.crypto;

import java.util.UUID;

/** The agent's 32-byte secret from which the passwords of the keystore's entries are derived. */
public final class MasterSecret implements AutoCloseable {

  private static final int SIZE = 32;

  private final Secret secret;

  private MasterSecret(Secret secret) {
    this.secret = secret;
  }

  /**
   * Takes a copy of the 32 bytes.
   *
   * @throws CryptoRefusal if there are more or fewer
   */
  public static MasterSecret of(byte[] bytes) {
    return new MasterSecret(Secret.copyOf(bytes, SIZE));
  }

  /**
   * Derives 32 bytes for one purpose and one owner.
   *
   * @param purpose what they are for, e.g. {@code keystore-entry}
   */
  public byte[] derive(String purpose, UUID owner) {
    var info = TlvWriter.labelled("vestibule/v1/master").text(2, purpose).uuid(3, owner).toBytes();
    return Hkdf.derive(secret.bytes(), info, SIZE);
  }

  /** Wipes the secret. */
  @Override
  public void close() {
    secret.close();
  }
}
