package care.vestibule.crypto;

/**
 * Something was not what it claimed to be, and was not opened.
 *
 * <p>Carries a reason and nothing else: no bytes, no names, so that it can be logged and counted.
 */
public final class CryptoRefusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Why something was refused. */
  public enum Reason {
    /** The first byte names a version of the format this build does not know. */
    UNKNOWN_VERSION,
    /** The suite or cipher byte is not on the allow-list. */
    UNKNOWN_SUITE,
    /** The bytes end before the format does. */
    TRUNCATED,
    /** A field is missing, doubled, unknown or out of order. */
    UNEXPECTED_FIELD,
    /** A field has a length the format does not allow. */
    WRONG_LENGTH,
    /** Bytes follow the end of the format. */
    TRAILING_BYTES,
    /** The same thing written in another way than the one allowed. */
    NOT_CANONICAL,
    /** A public key that is no valid point, lattice key or modulus. */
    INVALID_PUBLIC_KEY,
    /** A private key that is none, or does not fit its suite. */
    INVALID_PRIVATE_KEY,
    /** An X25519 point with which every shared secret is zero. */
    SMALL_ORDER,
    /** An RSA key of fewer than 3072 bits. */
    RSA_TOO_SHORT,
    /** An RSA key with another public exponent than 65537. */
    RSA_EXPONENT,
    /** One secret for keys of two suites; the weaker one would decide. */
    MIXED_SUITES,
    /** A code with an unknown, missing or superfluous character, or the wrong check character. */
    MISTYPED,
    /** The key is not the one the header names. */
    WRONG_KEY,
    /** The recipient is not among those the record was sealed to. */
    NOT_A_RECIPIENT,
    /** The authentication tag does not match: bytes, key or associated data were changed. */
    NOT_AUTHENTIC,
    /** The signature is not one of the key that should have signed. */
    NOT_SIGNED,
    /** A manifest that is older than one already seen, or another one with its number. */
    ROLLED_BACK,
    /** A manifest that does not continue the one before it. */
    BROKEN_CHAIN,
    /** Entries that are not exactly those a manifest was signed for. */
    INCOMPLETE
  }

  private final Reason reason;

  /** Refuses for the given reason. */
  public CryptoRefusal(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  CryptoRefusal(Reason reason, Exception cause) {
    super(reason.name(), cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
