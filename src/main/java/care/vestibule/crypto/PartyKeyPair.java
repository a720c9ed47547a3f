package care.vestibule.crypto;

import java.security.SecureRandom;

/**
 * A party's private keys, held as two 32-byte seeds: X-Wing for opening, Ed25519 for signing.
 *
 * <p>Closing wipes the seeds; copies handed out are the caller's to wipe.
 */
public final class PartyKeyPair implements AutoCloseable {

  private final Secret encryption;
  private final Secret signing;
  private final PartyPublicKey publicKey;

  private PartyKeyPair(Secret encryption, Secret signing) {
    this.encryption = encryption;
    this.signing = signing;
    this.publicKey =
        new PartyPublicKey(
            Suite.X_WING,
            XWing.publicKeyOf(encryption.bytes()),
            Ed25519Signatures.publicKeyOf(signing.bytes()));
  }

  /** Makes new keys. */
  public static PartyKeyPair generate(SecureRandom random) {
    return new PartyKeyPair(
        Secret.random(random, XWing.SEED_SIZE), Secret.random(random, Ed25519Signatures.SEED_SIZE));
  }

  /**
   * Restores keys from their seeds, which are copied.
   *
   * @throws CryptoRefusal if a seed does not have 32 bytes
   */
  public static PartyKeyPair fromSeeds(byte[] encryption, byte[] signing) {
    return new PartyKeyPair(
        Secret.copyOf(encryption, XWing.SEED_SIZE),
        Secret.copyOf(signing, Ed25519Signatures.SEED_SIZE));
  }

  /** A copy of the X-Wing seed, 32 bytes. */
  public byte[] encryptionSeed() {
    return encryption.bytes().clone();
  }

  /** A copy of the Ed25519 seed, 32 bytes. */
  public byte[] signingSeed() {
    return signing.bytes().clone();
  }

  byte[] seed() {
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

  /** Wipes both seeds. */
  @Override
  public void close() {
    encryption.close();
    signing.close();
  }
}
