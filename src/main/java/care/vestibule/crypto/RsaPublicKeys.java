package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.INVALID_PUBLIC_KEY;
import static care.vestibule.crypto.CryptoRefusal.Reason.RSA_EXPONENT;
import static care.vestibule.crypto.CryptoRefusal.Reason.RSA_TOO_SHORT;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNEXPECTED_FIELD;
import static care.vestibule.crypto.CryptoRefusal.Reason.WRONG_LENGTH;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Reads an RSA key in the one form that is accepted: SubjectPublicKeyInfo (RFC 5280), DER, 3072
 * bits, exponent 65537: 422 bytes.
 *
 * <p>Read here and not by a library, so that this half and the browser's refuse for the same
 * reasons.
 */
final class RsaPublicKeys {

  static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

  /** The object identifier rsaEncryption and the NULL that RFC 3279 wants after it. */
  private static final byte[] RSA_ENCRYPTION =
      HexFormat.of().parseHex("06092a864886f70d0101010500");

  private RsaPublicKeys() {}

  static BigInteger modulusOf(byte[] encoded) {
    var outer = new DerReader(encoded);
    var info = outer.sequence();
    outer.end();
    if (!Arrays.equals(info.value(DerReader.SEQUENCE), RSA_ENCRYPTION)) {
      throw new CryptoRefusal(UNEXPECTED_FIELD);
    }
    var bits = info.bits();
    info.end();
    var key = bits.sequence();
    bits.end();
    var modulus = key.positive();
    var exponent = key.positive();
    key.end();
    requireSane(modulus, exponent);
    return modulus;
  }

  static void requireSane(BigInteger modulus, BigInteger exponent) {
    if (modulus.bitLength() < RsaOaep.BITS) {
      throw new CryptoRefusal(RSA_TOO_SHORT);
    }
    if (modulus.bitLength() > RsaOaep.BITS) {
      throw new CryptoRefusal(WRONG_LENGTH);
    }
    if (!exponent.equals(EXPONENT)) {
      throw new CryptoRefusal(RSA_EXPONENT);
    }
    if (!modulus.testBit(0)) {
      throw new CryptoRefusal(INVALID_PUBLIC_KEY);
    }
  }
}
