package care.vestibule.crypto;

import java.security.SecureRandom;

/** What a suite does: seals short secrets to a public key, so that only its owner opens them. */
interface Sealing {

  /** The fewest bytes an encoded public key can have. */
  int leastPublicKeySize();

  /** The most bytes an encoded public key can have before it is even looked at. */
  int mostPublicKeySize();

  /** The most bytes an encoded private key can have before it is even looked at. */
  int mostPrivateKeySize();

  /** The size of a sealed secret of that size. */
  int sealedSize(int secretSize);

  /** Makes a private key, encoded. */
  Secret generate(SecureRandom random);

  /**
   * Takes a copy of an encoded private key.
   *
   * @throws CryptoRefusal if it is not exactly one
   */
  Secret privateKey(byte[] encoded);

  /** The encoded public half. */
  byte[] publicKeyOf(byte[] privateKey);

  /**
   * Refuses a public key that nobody can honestly have made.
   *
   * @throws CryptoRefusal with the reason
   */
  void requirePublicKey(byte[] publicKey);

  byte[] seal(byte[] publicKey, SealingContext context, byte[] secret, SecureRandom random);

  /**
   * Opens what was sealed to the key in the same context.
   *
   * @throws CryptoRefusal if it was not
   */
  byte[] open(byte[] privateKey, SealingContext context, byte[] sealed);
}
