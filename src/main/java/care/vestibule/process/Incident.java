package care.vestibule.process;

/**
 * Thrown by a worker when only a person can mend the cause; the job becomes an incident at once.
 */
public final class Incident extends RuntimeException {

  private final String code;

  /**
   * An incident with a code such as {@code KEYSTORE_LOCKED}; the code is all the engine learns, and
   * {@code incident.<code>} in the monitoring messages is the sentence people read.
   *
   * @throws IllegalArgumentException if the code is not upper case letters and underscores
   */
  public Incident(String code) {
    super(code);
    if (!code.matches("[A-Z][A-Z_]{2,63}")) {
      throw new IllegalArgumentException("Not an incident code");
    }
    this.code = code;
  }

  /** The code of the cause. */
  public String code() {
    return code;
  }
}
