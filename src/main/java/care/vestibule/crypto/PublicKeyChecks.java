package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.INVALID_PUBLIC_KEY;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_CANONICAL;
import static care.vestibule.crypto.CryptoRefusal.Reason.SMALL_ORDER;
import static care.vestibule.crypto.CryptoRefusal.Reason.WRONG_LENGTH;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Refuses public keys that nobody can honestly have made. */
final class PublicKeyChecks {

  private static final int ML_KEM_SIZE = 1184;
  private static final int ML_KEM_SEED_SIZE = 32;
  private static final int ML_KEM_MODULUS = 3329;

  private PublicKeyChecks() {}

  static void requireXWing(byte[] key) {
    if (key.length != XWing.PUBLIC_KEY_SIZE) {
      throw new CryptoRefusal(WRONG_LENGTH);
    }
    requireReducedCoefficients(key);
    requireX25519(Arrays.copyOfRange(key, ML_KEM_SIZE, XWing.PUBLIC_KEY_SIZE));
  }

  static void requireX25519(byte[] point) {
    if (point[X25519.POINT_SIZE - 1] < 0) {
      throw new CryptoRefusal(NOT_CANONICAL);
    }
    // Any scalar shows it: the shared point is zero if and only if the order is small.
    var scalar = new byte[X25519.SCALAR_SIZE];
    var shared = new byte[X25519.POINT_SIZE];
    if (!X25519.calculateAgreement(scalar, 0, point, 0, shared, 0)) {
      throw new CryptoRefusal(SMALL_ORDER);
    }
  }

  /** The modulus check of FIPS 203, section 7.2: every 12-bit coefficient is below 3329. */
  static void requireReducedCoefficients(byte[] key) {
    for (var i = 0; i < ML_KEM_SIZE - ML_KEM_SEED_SIZE; i += 3) {
      var first = (key[i] & 0xff) | ((key[i + 1] & 0x0f) << 8);
      var second = ((key[i + 1] & 0xf0) >> 4) | ((key[i + 2] & 0xff) << 4);
      if (first >= ML_KEM_MODULUS || second >= ML_KEM_MODULUS) {
        throw new CryptoRefusal(NOT_CANONICAL);
      }
    }
  }

  static void requireEd25519(byte[] key) {
    if (key.length != Ed25519Signatures.KEY_SIZE) {
      throw new CryptoRefusal(WRONG_LENGTH);
    }
    if (!Ed25519.validatePublicKeyFull(key, 0)) {
      throw new CryptoRefusal(INVALID_PUBLIC_KEY);
    }
  }
}
