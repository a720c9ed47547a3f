package care.vestibule.custody;

/** Ends a command with one sentence for the person who typed it. */
public final class CommandRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  /** Ends a command; the sentence holds no secret, and no name of a person. */
  public CommandRefused(ExitCode code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /** What the process ends with. */
  public ExitCode code() {
    return code;
  }
}
