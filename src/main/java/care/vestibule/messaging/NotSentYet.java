package care.vestibule.messaging;

/** Thrown when a message could not be handed over now; trying again later may help. */
public final class NotSentYet extends RuntimeException {

  /** The cause when all clinics together sent so many text messages today that none goes out. */
  public static final String SMS_BREAKER = "SMS_BREAKER";

  /** Because of a cause with a name such as {@code SMTP_451}, which holds nothing personal. */
  public NotSentYet(String code) {
    // Without the provider's exception: its text repeats addresses.
    super(code);
  }

  /** The cause. */
  public String code() {
    return String.valueOf(getMessage());
  }
}
