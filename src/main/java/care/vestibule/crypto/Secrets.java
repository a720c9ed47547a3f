package care.vestibule.crypto;

/** Keys of 32 bytes that come from outside. */
final class Secrets {

  private static final int SIZE = 32;

  private Secrets() {}

  static byte[] copyOf(byte[] secret) {
    if (secret.length != SIZE) {
      throw new CryptoRefusal(CryptoRefusal.Reason.BAD_KEY);
    }
    return secret.clone();
  }
}
