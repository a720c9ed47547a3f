package care.vestibule.crypto;

/** A returning patient's device proves that it holds the signing key. */
public final class LoginChallenge {

  private LoginChallenge() {}

  /** What the device signs: purpose, the address it believes it talks to, the server's nonce. */
  public static byte[] message(String baseUrl, byte[] nonce) {
    return Tlv.of("login").text(baseUrl).bytes(nonce).encoded();
  }

  /** Whether the key's holder signed the challenge. */
  public static boolean isAnsweredBy(
      PartyPublicKey key, String baseUrl, byte[] nonce, byte[] signature) {
    return Signatures.fits(key.signing(), message(baseUrl, nonce), signature);
  }
}
