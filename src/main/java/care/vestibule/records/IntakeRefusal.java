package care.vestibule.records;

/** Something cannot be taken in; nothing of it was stored. */
public final class IntakeRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  IntakeRefusal(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  /** Why not. */
  public Reason reason() {
    return reason;
  }

  /** Why something cannot be taken in. */
  public enum Reason {
    /** None of its holders has a key: it could be sealed to nobody. Passes when a key is made. */
    NOBODY_HAS_A_KEY,
    /** The same source is stored for another patient. */
    OTHER_PATIENT
  }
}
