package care.vestibule.process;

/**
 * Thrown by a worker when nothing is wrong but the moment: the job is tried again, and nobody is
 * asked to help.
 */
public final class NotYet extends RuntimeException {

  private final String code;
  private final boolean forEver;

  private NotYet(String code, boolean forEver) {
    super(code, null, false, false);
    if (!code.matches("[A-Z][A-Z_]{2,63}")) {
      throw new IllegalArgumentException("Not an incident code");
    }
    this.code = code;
    this.forEver = forEver;
  }

  /** Tried again for as long as the worker says so; no try is used up. */
  public static NotYet again(String code) {
    return new NotYet(code, true);
  }

  /**
   * Tried as often as any job; then it becomes an incident of this code, for which {@code
   * incident.<code>} in the monitoring messages is the sentence people read.
   */
  public static NotYet aFewTimes(String code) {
    return new NotYet(code, false);
  }

  /** The code of the cause. */
  public String code() {
    return code;
  }

  /** Whether no try is used up. */
  public boolean isForEver() {
    return forEver;
  }
}
