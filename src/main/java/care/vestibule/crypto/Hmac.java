package care.vestibule.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104), from the JDK. */
final class Hmac {

  static final int SIZE = 32;

  private static final String NAME = "HmacSHA256";

  private Hmac() {}

  static byte[] sha256(byte[] key, byte[]... parts) {
    try {
      var mac = Mac.getInstance(NAME);
      mac.init(new SecretKeySpec(key, NAME));
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }
}
