package care.vestibule.crypto;

import java.util.Arrays;
import java.util.UUID;

/** The agent's secret of 32 bytes from which the passwords of its keystores are derived. */
public final class MasterSecret implements AutoCloseable {

  private final byte[] secret;

  private MasterSecret(byte[] secret) {
    this.secret = Secrets.copyOf(secret);
  }

  /**
   * Takes a copy of 32 bytes.
   *
   * @throws CryptoRefusal {@code BAD_KEY} if there are not 32
   */
  public static MasterSecret of(byte[] secret) {
    return new MasterSecret(secret);
  }

  /** The secret for one purpose and owner, 32 bytes. */
  public byte[] derive(String purpose, UUID owner) {
    return Primitives.hkdf(secret, Tlv.of(purpose).uuid(owner).encoded(), 32);
  }

  /** Wipes the secret. */
  @Override
  public void close() {
    Arrays.fill(secret, (byte) 0);
  }
}
