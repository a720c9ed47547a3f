package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_AUTHENTIC;
import static care.vestibule.crypto.CryptoRefusal.Reason.WRONG_LENGTH;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * RSA-OAEP (RFC 8017) with 3072 bits, SHA-256 and MGF1-SHA-256, from the JDK.
 *
 * <p>The label is the SHA-256 of the context. Public keys are SubjectPublicKeyInfo, private keys
 * PKCS#8, both in DER.
 */
final class RsaOaep implements Sealing {

  static final int BITS = 3072;
  static final int SEALED_SIZE = BITS / Byte.SIZE;

  private static final int MOST_KEY_SIZE = 4096;
  private static final int MOST_SECRET_SIZE = SEALED_SIZE - 2 * 32 - 2;

  @Override
  public int leastPublicKeySize() {
    return 1;
  }

  @Override
  public int mostPublicKeySize() {
    return MOST_KEY_SIZE;
  }

  @Override
  public int mostPrivateKeySize() {
    return MOST_KEY_SIZE;
  }

  @Override
  public int sealedSize(int secretSize) {
    if (secretSize > MOST_SECRET_SIZE) {
      throw new IllegalArgumentException("RSA-OAEP-3072 seals at most 318 bytes");
    }
    return SEALED_SIZE;
  }

  @Override
  public Secret generate(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(BITS, RSAKeyGenParameterSpec.F4), random);
      var encoded = generator.generateKeyPair().getPrivate().getEncoded();
      try {
        return Secret.copyOf(encoded, encoded.length);
      } finally {
        Arrays.fill(encoded, (byte) 0);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    }
  }

  @Override
  public Secret privateKey(byte[] encoded) {
    RsaKeys.requirePrivateKey(encoded);
    return Secret.copyOf(encoded, encoded.length);
  }

  @Override
  public byte[] publicKeyOf(byte[] privateKey) {
    return RsaKeys.publicKeyOf(privateKey);
  }

  @Override
  public void requirePublicKey(byte[] publicKey) {
    RsaPublicKeys.modulusOf(publicKey);
  }

  @Override
  public byte[] seal(byte[] publicKey, SealingContext to, byte[] secret, SecureRandom random) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, RsaKeys.publicKey(publicKey), to.hash(), random)
          .doFinal(secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has RSA-OAEP", e);
    }
  }

  @Override
  public byte[] open(byte[] privateKey, SealingContext to, byte[] sealed) {
    return decrypt(RsaKeys.privateKey(privateKey), to.hash(), sealed);
  }

  static byte[] decrypt(Key privateKey, byte[] label, byte[] sealed) {
    if (sealed.length != SEALED_SIZE) {
      throw new CryptoRefusal(WRONG_LENGTH);
    }
    try {
      // Decrypting needs no chance of ours; the JDK blinds with its own.
      return cipher(Cipher.DECRYPT_MODE, privateKey, label, new SecureRandom()).doFinal(sealed);
    } catch (BadPaddingException e) {
      throw new CryptoRefusal(NOT_AUTHENTIC, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has RSA-OAEP", e);
    }
  }

  /** The JDK's own default for MGF1 is SHA-1, which no browser speaks: both are said here. */
  private static Cipher cipher(int mode, Key key, byte[] label, SecureRandom random)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    var source = new PSource.PSpecified(label);
    cipher.init(
        mode,
        key,
        new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, source),
        random);
    return cipher;
  }
}
