package care.vestibule.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM (NIST SP 800-38D): nonce of 12 random bytes in front, tag of 16 behind. */
final class AesGcm {

  static final int NONCE = 12;
  static final int TAG = 16;

  private AesGcm() {}

  static byte[] seal(byte[] key, byte[] associated, byte[] plain, SecureRandom random) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated);
      var sealed = Arrays.copyOf(nonce, NONCE + plain.length + TAG);
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed to seal", e);
    }
  }

  static byte[] open(byte[] key, byte[] associated, byte[] sealed) {
    if (sealed.length < NONCE + TAG) {
      throw new CryptoRefusal(CryptoRefusal.Reason.MALFORMED);
    }
    try {
      var nonce = Arrays.copyOf(sealed, NONCE);
      var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, associated);
      return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (AEADBadTagException e) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_AUTHENTIC);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed to open", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associated)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(associated);
    return cipher;
  }
}
