package care.vestibule.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/** HPKE base mode with X-Wing: 1120 bytes of encapsulation, then the ciphertext with its tag. */
final class Hpke {

  static final int PUBLIC_KEY = 1216;
  static final int SEED = 32;
  private static final int ENCAPSULATION = 1120;
  private static final byte[] INFO = "vestibule/v1/exchange".getBytes(StandardCharsets.UTF_8);

  private Hpke() {}

  static byte[] seal(byte[] publicKey, byte[] associated, byte[] plain) {
    var hpke = hpke();
    try {
      var context = hpke.setupBaseS(hpke.deserializePublicKey(publicKey), INFO);
      var ciphertext = context.seal(associated, plain);
      var encapsulation = context.getEncapsulation();
      var sealed = Arrays.copyOf(encapsulation, ENCAPSULATION + ciphertext.length);
      System.arraycopy(ciphertext, 0, sealed, ENCAPSULATION, ciphertext.length);
      return sealed;
    } catch (InvalidCipherTextException | IllegalArgumentException e) {
      throw new CryptoRefusal(CryptoRefusal.Reason.BAD_KEY);
    }
  }

  static byte[] open(AsymmetricCipherKeyPair keyPair, byte[] associated, byte[] sealed) {
    if (sealed.length < ENCAPSULATION + AesGcm.TAG) {
      throw new CryptoRefusal(CryptoRefusal.Reason.MALFORMED);
    }
    try {
      var encapsulation = Arrays.copyOf(sealed, ENCAPSULATION);
      var context = hpke().setupBaseR(encapsulation, keyPair, INFO);
      return context.open(associated, Arrays.copyOfRange(sealed, ENCAPSULATION, sealed.length));
    } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_AUTHENTIC);
    }
  }

  static AsymmetricCipherKeyPair fromSeed(byte[] seed) {
    return hpke().deserializePrivateKey(seed, null);
  }

  static byte[] publicKeyOf(AsymmetricCipherKeyPair keyPair) {
    return hpke().serializePublicKey(keyPair.getPublic());
  }

  private static HPKE hpke() {
    return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }
}
