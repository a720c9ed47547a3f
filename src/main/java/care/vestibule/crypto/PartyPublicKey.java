package care.vestibule.crypto;

import java.util.Arrays;

/**
 * The public half of a party's keys: one to seal to, one to check signatures with.
 *
 * <p>Bytes: version (1), suite (1), field 1 encryption key (X-Wing: 1216, RSA: 422), field 2
 * signing key (Ed25519, 32): 1260 or 466 in all.
 */
public final class PartyPublicKey {

  private static final int VERSION = 1;

  private final Suite suite;
  private final byte[] encryption;
  private final byte[] signing;

  /**
   * Takes the two raw keys.
   *
   * @throws CryptoRefusal if one of them is too short, of small order, not canonical or no key
   */
  public PartyPublicKey(Suite suite, byte[] encryption, byte[] signing) {
    suite.sealing().requirePublicKey(encryption);
    PublicKeyChecks.requireEd25519(signing);
    this.suite = suite;
    this.encryption = encryption.clone();
    this.signing = signing.clone();
  }

  /**
   * Reads what {@link #encoded()} wrote.
   *
   * @throws CryptoRefusal if the bytes are anything else
   */
  public static PartyPublicKey decode(byte[] bytes) {
    var reader = new TlvReader(bytes).version(VERSION);
    var suite = Suite.of(reader.octet());
    var sealing = suite.sealing();
    var encryption = reader.bytes(1, sealing.leastPublicKeySize(), sealing.mostPublicKeySize());
    var signing = reader.bytes(2, Ed25519Signatures.KEY_SIZE);
    reader.end();
    return new PartyPublicKey(suite, encryption, signing);
  }

  /** The one encoding of this key: 1260 bytes with X-Wing, 466 with RSA. */
  public byte[] encoded() {
    return TlvWriter.versioned(VERSION, suite.id())
        .bytes(1, encryption)
        .bytes(2, signing)
        .toBytes();
  }

  /** How secrets are sealed to it. */
  public Suite suite() {
    return suite;
  }

  /** A copy of the key to seal to: X-Wing, 1216 raw bytes, or RSA, 422 bytes of DER. */
  public byte[] encryption() {
    return encryption.clone();
  }

  /** A copy of the raw Ed25519 public key, 32 bytes. */
  public byte[] signing() {
    return signing.clone();
  }

  /** The key's name: the first 16 bytes of a labelled SHA-256 over the encoding. */
  public KeyId id() {
    return new KeyId(Arrays.copyOf(Fingerprint.hash("vestibule/v1/key-id", this), KeyId.SIZE));
  }

  /** What two people compare, e.g. {@code 12345 67890 ...}: 30 digits in 6 groups, 99.7 bits. */
  public String fingerprint() {
    return Fingerprint.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PartyPublicKey that && Arrays.equals(encoded(), that.encoded());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signing);
  }

  @Override
  public String toString() {
    return "PartyPublicKey " + id();
  }
}
