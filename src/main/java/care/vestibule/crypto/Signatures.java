package care.vestibule.crypto;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Verifies Ed25519 signatures (RFC 8032). */
final class Signatures {

  private static final int SIZE = 64;

  private Signatures() {}

  static boolean fits(byte[] publicKey, byte[] message, byte[] signature) {
    if (signature.length != SIZE) {
      return false;
    }
    try {
      var verifier = new Ed25519Signer();
      verifier.init(false, new Ed25519PublicKeyParameters(publicKey, 0));
      verifier.update(message, 0, message.length);
      return verifier.verifySignature(signature);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
