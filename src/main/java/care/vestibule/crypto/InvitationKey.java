package care.vestibule.crypto;

import java.util.Arrays;
import java.util.UUID;

/** The agent's key from which the secret parts of invitation links are derived, 32 bytes. */
public final class InvitationKey implements AutoCloseable {

  private static final int PART = 16;
  private final byte[] secret;

  private InvitationKey(byte[] secret) {
    this.secret = Secrets.copyOf(secret);
  }

  /**
   * Takes a copy of 32 bytes.
   *
   * @throws CryptoRefusal {@code BAD_KEY} if there are not 32
   */
  public static InvitationKey of(byte[] secret) {
    return new InvitationKey(secret);
  }

  /** What authenticates a link to the portal, 16 bytes; the portal keeps only a keyed hash. */
  public byte[] linkSecret(UUID invitation, int generation) {
    return derive("link-secret", invitation, generation);
  }

  /**
   * What binds the key made in the browser to the invitation, 16 bytes; the portal never sees it.
   */
  public byte[] bind(UUID invitation, int generation) {
    return derive("link-bind", invitation, generation);
  }

  private byte[] derive(String purpose, UUID invitation, int generation) {
    var info = Tlv.of(purpose).uuid(invitation).number(generation).encoded();
    return Primitives.hkdf(secret, info, PART);
  }

  /** Wipes the key. */
  @Override
  public void close() {
    Arrays.fill(secret, (byte) 0);
  }
}
