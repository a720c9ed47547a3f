package care.vestibule.messaging.delivery;

import care.vestibule.messaging.Delivery;

/** Thrown by a carrier when no later attempt can succeed. */
public final class Undeliverable extends RuntimeException {

  private final Delivery.Reason reason;
  private final String code;

  /**
   * For a reason and with the provider's code, such as {@code SMTP_550}, which holds nothing
   * personal.
   */
  public Undeliverable(Delivery.Reason reason, String code) {
    super(code, null, false, false);
    this.reason = reason;
    this.code = code;
  }

  /** Why. */
  public Delivery.Reason reason() {
    return reason;
  }

  /** The provider's code. */
  public String code() {
    return code;
  }
}
