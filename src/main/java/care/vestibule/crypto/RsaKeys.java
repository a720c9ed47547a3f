package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.INVALID_PRIVATE_KEY;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_CANONICAL;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;

/** RSA keys between their encodings and the JDK's objects. */
final class RsaKeys {

  private RsaKeys() {}

  static PublicKey publicKey(byte[] encoded) {
    try {
      var modulus = RsaPublicKeys.modulusOf(encoded);
      return factory().generatePublic(new RSAPublicKeySpec(modulus, RsaPublicKeys.EXPONENT));
    } catch (InvalidKeySpecException e) {
      throw new IllegalStateException("The key was checked", e);
    }
  }

  static RSAPrivateCrtKey privateKey(byte[] pkcs8) {
    try {
      if (factory().generatePrivate(new PKCS8EncodedKeySpec(pkcs8))
          instanceof RSAPrivateCrtKey key) {
        return key;
      }
      throw new CryptoRefusal(INVALID_PRIVATE_KEY);
    } catch (InvalidKeySpecException e) {
      throw new CryptoRefusal(INVALID_PRIVATE_KEY, e);
    }
  }

  static void requirePrivateKey(byte[] pkcs8) {
    var key = privateKey(pkcs8);
    RsaPublicKeys.requireSane(key.getModulus(), key.getPublicExponent());
    if (!key.getPrimeP().multiply(key.getPrimeQ()).equals(key.getModulus())) {
      throw new CryptoRefusal(INVALID_PRIVATE_KEY);
    }
    var again = encodedAgain(key);
    try {
      if (!MessageDigest.isEqual(again, pkcs8)) {
        throw new CryptoRefusal(NOT_CANONICAL);
      }
    } finally {
      Arrays.fill(again, (byte) 0);
    }
  }

  static byte[] publicKeyOf(byte[] pkcs8) {
    try {
      var key = privateKey(pkcs8);
      return factory()
          .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
          .getEncoded();
    } catch (InvalidKeySpecException e) {
      throw new IllegalStateException("The key was checked", e);
    }
  }

  private static byte[] encodedAgain(RSAPrivateCrtKey key) {
    try {
      return factory()
          .generatePrivate(
              new RSAPrivateCrtKeySpec(
                  key.getModulus(),
                  key.getPublicExponent(),
                  key.getPrivateExponent(),
                  key.getPrimeP(),
                  key.getPrimeQ(),
                  key.getPrimeExponentP(),
                  key.getPrimeExponentQ(),
                  key.getCrtCoefficient()))
          .getEncoded();
    } catch (InvalidKeySpecException e) {
      throw new CryptoRefusal(INVALID_PRIVATE_KEY, e);
    }
  }

  private static KeyFactory factory() {
    try {
      return KeyFactory.getInstance("RSA");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    }
  }
}
