package care.vestibule.crypto;

/** Asks why something was refused. */
final class Refusals {

  private Refusals() {}

  /** The reason; fails if nothing was refused, and any other exception comes through. */
  static CryptoRefusal.Reason reasonOf(Runnable attempt) {
    try {
      attempt.run();
    } catch (CryptoRefusal refusal) {
      return refusal.reason();
    }
    throw new AssertionError("It was accepted");
  }
}
