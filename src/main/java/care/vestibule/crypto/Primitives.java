package care.vestibule.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256, SHA-256 and HKDF (RFC 5869), from the JDK. */
final class Primitives {

  private static final String HMAC = "HmacSHA256";
  private static final int HASH_SIZE = 32;

  private Primitives() {}

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] hmac(byte[] key, byte[] content) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** HKDF without salt; {@code size} is at most 32 bytes, so that one block of output suffices. */
  static byte[] hkdf(byte[] secret, byte[] info, int size) {
    var pseudoRandomKey = hmac(new byte[HASH_SIZE], secret);
    var block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    var output = hmac(pseudoRandomKey, block);
    try {
      return Arrays.copyOf(output, size);
    } finally {
      Arrays.fill(pseudoRandomKey, (byte) 0);
      Arrays.fill(output, (byte) 0);
    }
  }

  static byte[] hkdf(byte[] secret, String info, int size) {
    return hkdf(secret, ("vestibule/v1/" + info).getBytes(StandardCharsets.UTF_8), size);
  }
}
