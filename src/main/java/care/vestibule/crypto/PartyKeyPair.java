package care.vestibule.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** A party's private keys, held as their two seeds of 32 bytes. */
public final class PartyKeyPair implements AutoCloseable {

  private final byte[] encryptionSeed;
  private final byte[] signingSeed;
  private final AsymmetricCipherKeyPair encryption;
  private final Ed25519PrivateKeyParameters signing;
  private final PartyPublicKey publicKey;

  private PartyKeyPair(byte[] encryptionSeed, byte[] signingSeed) {
    if (encryptionSeed.length != Hpke.SEED || signingSeed.length != 32) {
      throw new CryptoRefusal(CryptoRefusal.Reason.BAD_KEY);
    }
    this.encryptionSeed = encryptionSeed.clone();
    this.signingSeed = signingSeed.clone();
    encryption = Hpke.fromSeed(this.encryptionSeed);
    signing = new Ed25519PrivateKeyParameters(this.signingSeed, 0);
    publicKey =
        new PartyPublicKey(
            Suite.X_WING, Hpke.publicKeyOf(encryption), signing.generatePublicKey().getEncoded());
  }

  /** A new pair. */
  public static PartyKeyPair generate(SecureRandom random) {
    var seeds = new byte[64];
    random.nextBytes(seeds);
    try {
      return fromSeeds(Arrays.copyOf(seeds, 32), Arrays.copyOfRange(seeds, 32, 64));
    } finally {
      Arrays.fill(seeds, (byte) 0);
    }
  }

  /**
   * The pair of these seeds.
   *
   * @throws CryptoRefusal {@code BAD_KEY} if one is not of 32 bytes
   */
  public static PartyKeyPair fromSeeds(byte[] encryptionSeed, byte[] signingSeed) {
    return new PartyKeyPair(encryptionSeed, signingSeed);
  }

  /** A copy of the seed of the X-Wing key, 32 bytes. */
  public byte[] encryptionSeed() {
    return encryptionSeed.clone();
  }

  /** A copy of the seed of the Ed25519 key, 32 bytes. */
  public byte[] signingSeed() {
    return signingSeed.clone();
  }

  /** What others may know. */
  public PartyPublicKey publicKey() {
    return publicKey;
  }

  /** The Ed25519 signature (RFC 8032) of the message, 64 bytes. */
  public byte[] sign(byte[] message) {
    var signer = new Ed25519Signer();
    signer.init(true, signing);
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  byte[] open(byte[] associated, byte[] sealed) {
    return Hpke.open(encryption, associated, sealed);
  }

  /** Wipes the seeds. */
  @Override
  public void close() {
    Arrays.fill(encryptionSeed, (byte) 0);
    Arrays.fill(signingSeed, (byte) 0);
  }
}
