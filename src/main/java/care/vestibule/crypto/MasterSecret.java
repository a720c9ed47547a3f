package care.vestibule.crypto;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The agent's 32-byte secret from which the passwords of the keystore's entries are derived.
 *
 * <p>While it is replaced there are two: new files are made with this one, and files of either are
 * read.
 */
public final class MasterSecret implements AutoCloseable {

  private static final int SIZE = 32;

  private final Secret secret;
  private final List<MasterSecret> others;

  private MasterSecret(Secret secret, List<MasterSecret> others) {
    this.secret = secret;
    this.others = others;
  }

  /**
   * Takes a copy of the 32 bytes.
   *
   * @throws CryptoRefusal if there are more or fewer
   */
  public static MasterSecret of(byte[] bytes) {
    return new MasterSecret(Secret.copyOf(bytes, SIZE), List.of());
  }

  /** The same secret, which closes the others when it is closed and takes them for its equals. */
  public MasterSecret accepting(List<MasterSecret> alsoGood) {
    return new MasterSecret(secret, List.copyOf(alsoGood));
  }

  /** Itself first, then the others. */
  public List<MasterSecret> accepted() {
    return Stream.concat(Stream.of(this), others.stream()).toList();
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

  /** Wipes the secret and the others. */
  @Override
  public void close() {
    secret.close();
    others.forEach(MasterSecret::close);
  }
}
