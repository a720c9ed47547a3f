package care.vestibule.crypto;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The agent's 32-byte key from which the secret parts of every invitation link are derived.
 *
 * <p>Deriving instead of storing means: the same link can be composed again, and a copy of the
 * database holds nothing to compose it from.
 *
 * <p>While it is replaced there are two: new links are made with this one, and what was derived
 * from either is recognised.
 */
public final class InvitationKey implements AutoCloseable {

  /** Bytes of a link's secret and of its bind. */
  public static final int PART_SIZE = 16;

  private static final int SIZE = 32;

  private final Secret secret;
  private final List<InvitationKey> others;

  private InvitationKey(Secret secret, List<InvitationKey> others) {
    this.secret = secret;
    this.others = others;
  }

  /**
   * Takes a copy of the 32 bytes.
   *
   * @throws CryptoRefusal if there are more or fewer
   */
  public static InvitationKey of(byte[] bytes) {
    return new InvitationKey(Secret.copyOf(bytes, SIZE), List.of());
  }

  /** The same key, which knows what the others derived and closes them when it is closed. */
  public InvitationKey accepting(List<InvitationKey> alsoGood) {
    return new InvitationKey(secret, List.copyOf(alsoGood));
  }

  /** Itself first, then the others. */
  public List<InvitationKey> accepted() {
    return Stream.concat(Stream.of(this), others.stream()).toList();
  }

  /**
   * The key a link was made with, so that composing it again gives the same link; itself if none
   * fits.
   *
   * @param fits whether a link secret is the one whose hash the link's row has
   */
  public InvitationKey of(UUID invitation, int generation, Predicate<byte[]> fits) {
    return accepted().stream()
        .filter(key -> fits.test(key.linkSecret(invitation, generation)))
        .findFirst()
        .orElse(this);
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

  /** Wipes the key and the others. */
  @Override
  public void close() {
    secret.close();
    others.forEach(InvitationKey::close);
  }
}
