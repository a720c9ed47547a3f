package care.vestibule.crypto;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * A party's private keys: one for opening, of the suite the party uses, and one for signing.
 *
 * <p>X-Wing and Ed25519 keys are held as 32-byte seeds, RSA keys as PKCS#8. Closing wipes them;
 * copies handed out are the caller's to wipe.
 */
public final class PartyKeyPair implements AutoCloseable {

  private static final int VERSION = 1;

  private final Secret encryption;
  private final Secret signing;
  private final PartyPublicKey publicKey;

  private PartyKeyPair(Suite suite, Secret encryption, Secret signing) {
    this.encryption = encryption;
    this.signing = signing;
    this.publicKey =
        new PartyPublicKey(
            suite,
            suite.sealing().publicKeyOf(encryption.bytes()),
            Ed25519Signatures.publicKeyOf(signing.bytes()));
  }

  /** Makes new keys of the default suite, X-Wing. */
  public static PartyKeyPair generate(SecureRandom random) {
    return generate(Suite.X_WING, random);
  }

  /** Makes new keys of the given suite. */
  public static PartyKeyPair generate(Suite suite, SecureRandom random) {
    return new PartyKeyPair(
        suite,
        suite.sealing().generate(random),
        Secret.random(random, Ed25519Signatures.SEED_SIZE));
  }

  /**
   * Restores X-Wing keys from their seeds, which are copied.
   *
   * @throws CryptoRefusal if a seed does not have 32 bytes
   */
  public static PartyKeyPair fromSeeds(byte[] encryption, byte[] signing) {
    return of(Suite.X_WING, encryption, signing);
  }

  private static PartyKeyPair of(Suite suite, byte[] encryption, byte[] signing) {
    return new PartyKeyPair(
        suite,
        suite.sealing().privateKey(encryption),
        Secret.copyOf(signing, Ed25519Signatures.SEED_SIZE));
  }

  /**
   * Restores keys of any suite from {@link #encoded()}.
   *
   * @throws CryptoRefusal if the bytes are anything else
   */
  public static PartyKeyPair decode(byte[] bytes) {
    var reader = new TlvReader(bytes).version(VERSION);
    var suite = Suite.of(reader.octet());
    try (var encryption = Secret.take(reader.bytes(1, 1, suite.sealing().mostPrivateKeySize()));
        var signing = Secret.take(reader.bytes(2, Ed25519Signatures.SEED_SIZE))) {
      reader.end();
      return of(suite, encryption.bytes(), signing.bytes());
    }
  }

  /**
   * Both private keys in one format, for custody and backup; the caller wipes it.
   *
   * <p>Bytes: version (1), suite (1), field 1 the key to open with, field 2 the Ed25519 seed (32).
   */
  public byte[] encoded() {
    var toOpen = encryption.bytes();
    var toSign = signing.bytes();
    // Of the exact size, so that no grown buffer keeps a copy.
    return ByteBuffer.allocate(2 + 2 * TlvReader.FIELD_HEAD + toOpen.length + toSign.length)
        .put((byte) VERSION)
        .put((byte) publicKey.suite().id())
        .put((byte) 1)
        .putInt(toOpen.length)
        .put(toOpen)
        .put((byte) 2)
        .putInt(toSign.length)
        .put(toSign)
        .array();
  }

  /**
   * A copy of the X-Wing seed, 32 bytes.
   *
   * @throws IllegalStateException if the keys are of another suite, which has no seed
   */
  public byte[] encryptionSeed() {
    if (publicKey.suite() != Suite.X_WING) {
      throw new IllegalStateException("Only X-Wing keys have a seed");
    }
    return encryption.bytes().clone();
  }

  /** A copy of the Ed25519 seed, 32 bytes. */
  public byte[] signingSeed() {
    return signing.bytes().clone();
  }

  byte[] encryption() {
    return encryption.bytes();
  }

  /** The public half. */
  public PartyPublicKey publicKey() {
    return publicKey;
  }

  /** An Ed25519 signature, 64 bytes; the message must start with a label of its own. */
  public byte[] sign(byte[] message) {
    return Ed25519Signatures.sign(signing.bytes(), message);
  }

  /** Wipes both keys. */
  @Override
  public void close() {
    encryption.close();
    signing.close();
  }
}
