package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.INVALID_PUBLIC_KEY;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_AUTHENTIC;

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
final class XWing {

  static final int PUBLIC_KEY_SIZE = 1216;
  static final int SEED_SIZE = 32;
  static final int OVERHEAD = 1120 + 16;

  private static final int ENCAPSULATION_SIZE = 1120;
  private static final int ENCAPSULATION_RANDOMNESS = 64;

  private XWing() {}

  static byte[] publicKeyOf(byte[] seed) {
    var hpke = hpke();
    return hpke.serializePublicKey(keyPair(hpke, seed).getPublic());
  }

  /** Returns the encapsulation (1120 bytes) followed by ciphertext and tag. */
  static byte[] seal(
      byte[] publicKey, byte[] info, byte[] associated, byte[] plaintext, SecureRandom random) {
    var hpke = hpke();
    var randomness = new byte[ENCAPSULATION_RANDOMNESS];
    random.nextBytes(randomness);
    try {
      var context = hpke.setupBaseS(hpke.deserializePublicKey(publicKey), info, randomness);
      return Arrays.concatenate(context.getEncapsulation(), context.seal(associated, plaintext));
    } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
      throw new CryptoRefusal(INVALID_PUBLIC_KEY, e);
    } finally {
      Arrays.clear(randomness);
    }
  }

  static byte[] open(byte[] seed, byte[] info, byte[] associated, byte[] sealed) {
    var hpke = hpke();
    var encapsulation = Arrays.copyOf(sealed, ENCAPSULATION_SIZE);
    var ciphertext = Arrays.copyOfRange(sealed, ENCAPSULATION_SIZE, sealed.length);
    try {
      return hpke.setupBaseR(encapsulation, keyPair(hpke, seed), info).open(associated, ciphertext);
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
