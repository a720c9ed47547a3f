package care.vestibule.crypto;

/** Refuses something that is not what it claims to be; carries no bytes of it. */
public final class CryptoRefusal extends RuntimeException {

  private final Reason reason;

  /** A refusal with its reason. */
  public CryptoRefusal(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** What can be wrong. */
  public enum Reason {
    /** The format's version byte is not one of ours. */
    UNKNOWN_VERSION,
    /** The suite byte is not on the list. */
    UNKNOWN_SUITE,
    /** Lengths, tags or their order are not the canonical ones. */
    MALFORMED,
    /** A public key is of the wrong size or a value that gives no secret. */
    BAD_KEY,
    /** The authentication tag does not fit: another key, header or content. */
    NOT_AUTHENTIC,
    /** The signature does not fit. */
    BAD_SIGNATURE,
    /** The record is not sealed to this key. */
    NOT_A_RECIPIENT,
    /** The content key is not the one the header names. */
    WRONG_CONTENT_KEY
  }
}
