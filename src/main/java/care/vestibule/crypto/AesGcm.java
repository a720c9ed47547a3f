package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_AUTHENTIC;
import static care.vestibule.crypto.CryptoRefusal.Reason.TRUNCATED;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNKNOWN_SUITE;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNKNOWN_VERSION;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce, from the JDK.
 *
 * <p>The sealed form is version (1 byte), cipher (1), nonce (12), ciphertext, tag (16).
 */
final class AesGcm {

  static final int KEY_SIZE = 32;
  static final int OVERHEAD = 2 + 12 + 16;

  private static final int VERSION = 1;
  private static final int CIPHER = 1;
  private static final int NONCE_SIZE = 12;
  private static final int TAG_BITS = 128;

  private AesGcm() {}

  static byte[] seal(byte[] key, byte[] associated, byte[] plaintext, SecureRandom random) {
    var nonce = new byte[NONCE_SIZE];
    random.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated);
      var sealed = ByteBuffer.allocate(OVERHEAD + plaintext.length);
      sealed.put((byte) VERSION).put((byte) CIPHER).put(nonce);
      cipher.doFinal(ByteBuffer.wrap(plaintext), sealed);
      return sealed.array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-256-GCM", e);
    }
  }

  static byte[] open(byte[] key, byte[] associated, byte[] sealed) {
    if (sealed.length < OVERHEAD) {
      throw new CryptoRefusal(TRUNCATED);
    }
    if (sealed[0] != VERSION) {
      throw new CryptoRefusal(UNKNOWN_VERSION);
    }
    if (sealed[1] != CIPHER) {
      throw new CryptoRefusal(UNKNOWN_SUITE);
    }
    var nonce = new byte[NONCE_SIZE];
    System.arraycopy(sealed, 2, nonce, 0, NONCE_SIZE);
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, associated);
      return cipher.doFinal(sealed, 2 + NONCE_SIZE, sealed.length - 2 - NONCE_SIZE);
    } catch (AEADBadTagException e) {
      throw new CryptoRefusal(NOT_AUTHENTIC, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-256-GCM", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associated)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new byte[] {VERSION, CIPHER});
    cipher.updateAAD(associated);
    return cipher;
  }
}
