package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.INVALID_PUBLIC_KEY;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_AUTHENTIC;
import static care.vestibule.crypto.CryptoRefusal.Reason.WRONG_LENGTH;

import java.security.SecureRandom;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.util.Arrays;

/**
 * HPKE (RFC 9180) base mode with X-Wing, HKDF-SHA-256 and AES-256-GCM, from Bouncy Castle.
 *
 * <p>Private keys are 32-byte seeds, as draft-connolly-cfrg-xwing-kem defines them.
 */
final class XWing implements Sealing {

  static final int PUBLIC_KEY_SIZE = 1216;
  static final int SEED_SIZE = 32;
  static final int ENCAPSULATION_SIZE = 1120;

  private static final int ML_KEM_ENCAPSULATION_SIZE = 1088;
  private static final int TAG_SIZE = 16;
  private static final int ENCAPSULATION_RANDOMNESS = 64;

  @Override
  public int leastPublicKeySize() {
    return PUBLIC_KEY_SIZE;
  }

  @Override
  public int mostPublicKeySize() {
    return PUBLIC_KEY_SIZE;
  }

  @Override
  public int mostPrivateKeySize() {
    return SEED_SIZE;
  }

  @Override
  public int sealedSize(int secretSize) {
    return ENCAPSULATION_SIZE + secretSize + TAG_SIZE;
  }

  @Override
  public Secret generate(SecureRandom random) {
    return Secret.random(random, SEED_SIZE);
  }

  @Override
  public Secret privateKey(byte[] encoded) {
    return Secret.copyOf(encoded, SEED_SIZE);
  }

  @Override
  public byte[] publicKeyOf(byte[] seed) {
    var hpke = hpke();
    return hpke.serializePublicKey(keyPair(hpke, seed).getPublic());
  }

  @Override
  public void requirePublicKey(byte[] publicKey) {
    PublicKeyChecks.requireXWing(publicKey);
  }

  /** Returns the encapsulation (1120 bytes) followed by ciphertext and tag. */
  @Override
  public byte[] seal(byte[] publicKey, SealingContext to, byte[] secret, SecureRandom random) {
    var hpke = hpke();
    var randomness = new byte[ENCAPSULATION_RANDOMNESS];
    random.nextBytes(randomness);
    try {
      var key = hpke.deserializePublicKey(publicKey);
      var context = hpke.setupBaseS(key, to.info(), randomness);
      return Arrays.concatenate(context.getEncapsulation(), context.seal(to.associated(), secret));
    } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
      throw new CryptoRefusal(INVALID_PUBLIC_KEY, e);
    } finally {
      Arrays.clear(randomness);
    }
  }

  @Override
  public byte[] open(byte[] seed, SealingContext to, byte[] sealed) {
    if (sealed.length < sealedSize(0)) {
      throw new CryptoRefusal(WRONG_LENGTH);
    }
    var encapsulation = Arrays.copyOf(sealed, ENCAPSULATION_SIZE);
    var ciphertext = Arrays.copyOfRange(sealed, ENCAPSULATION_SIZE, sealed.length);
    PublicKeyChecks.requireX25519(
        Arrays.copyOfRange(encapsulation, ML_KEM_ENCAPSULATION_SIZE, ENCAPSULATION_SIZE));
    var hpke = hpke();
    try {
      return hpke.setupBaseR(encapsulation, keyPair(hpke, seed), to.info())
          .open(to.associated(), ciphertext);
    } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
      throw new CryptoRefusal(NOT_AUTHENTIC, e);
    }
  }

  private static AsymmetricCipherKeyPair keyPair(HPKE hpke, byte[] seed) {
    return hpke.deserializePrivateKey(seed, null);
  }

  private static HPKE hpke() {
    return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }
}
