package care.vestibule.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 (RFC 8032) on raw 32-byte keys, from Bouncy Castle. */
final class Ed25519Signatures {

  static final int KEY_SIZE = Ed25519.PUBLIC_KEY_SIZE;
  static final int SEED_SIZE = Ed25519.SECRET_KEY_SIZE;
  static final int SIGNATURE_SIZE = Ed25519.SIGNATURE_SIZE;

  private Ed25519Signatures() {}

  static byte[] publicKeyOf(byte[] seed) {
    var key = new byte[KEY_SIZE];
    Ed25519.generatePublicKey(seed, 0, key, 0);
    return key;
  }

  static byte[] sign(byte[] seed, byte[] message) {
    var signature = new byte[SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  static boolean isValid(byte[] publicKey, byte[] message, byte[] signature) {
    return publicKey.length == KEY_SIZE
        && signature.length == SIGNATURE_SIZE
        && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
  }
}
