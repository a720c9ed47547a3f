package care.vestibule.crypto;

import java.util.UUID;

/**
 * The agent's 32-byte key from which the secret parts of every invitation link are derived.
 *
 * <p>Deriving instead of storing means: the same link can be composed again, and a copy of the
 * database holds nothing to compose it from.
 */
public final class InvitationKey implements AutoCloseable {

  /** Bytes of a link's secret and of its bind. */
  public static final int PART_SIZE = 16;

  private static final int SIZE = 32;

  private final Secret secret;

  private InvitationKey(Secret secret) {
    this.secret = secret;
  }

  /**
   * Takes a copy of the 32 bytes.
   *
   * @throws CryptoRefusal if there are more or fewer
   */
  public static InvitationKey of(byte[] bytes) {
    return new InvitationKey(Secret.copyOf(bytes, SIZE));
  }

  /** The part of the link that authenticates it to the portal: 16 bytes. */
  public byte[] linkSecret(UUID invitation, int generation) {
    return derive("vestibule/v1/link-secret", invitation, generation);
  }

  /** The part of the link the portal never sees, which authenticates the key: 16 bytes. */
  public byte[] bind(UUID invitation, int generation) {
    return derive("vestibule/v1/bind", invitation, generation);
  }

  private byte[] derive(String label, UUID invitation, int generation) {
    var info = TlvWriter.labelled(label).uuid(2, invitation).int32(3, generation).toBytes();
    return Hkdf.derive(secret.bytes(), info, PART_SIZE);
  }

  /** Wipes the key. */
  @Override
  public void close() {
    secret.close();
  }
}
