package care.vestibule.crypto;

/**
 * How a returning patient's device shows that it still holds its signing key.
 *
 * <p>The address of the portal is part of what is signed: an answer given to a look-alike site is
 * worth nothing here.
 */
public final class LoginChallenge {

  private LoginChallenge() {}

  /** What the device signs for this portal and nonce. */
  public static byte[] message(String baseUrl, byte[] nonce) {
    return TlvWriter.labelled("vestibule/v1/login").text(2, baseUrl).bytes(3, nonce).toBytes();
  }

  /** Whether the signature answers this portal's nonce with the private half of the key. */
  public static boolean isAnsweredBy(
      PartyPublicKey key, String baseUrl, byte[] nonce, byte[] signature) {
    return Ed25519Signatures.isValid(key.signing(), message(baseUrl, nonce), signature);
  }
}
