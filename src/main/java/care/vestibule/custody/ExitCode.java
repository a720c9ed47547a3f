package care.vestibule.custody;

/** How a command ended; scripts read the number. */
public enum ExitCode {
  /** It did what it was asked to. */
  DONE(0),
  /** It ran, and found something that a person has to look at. */
  FOUND_PROBLEMS(1),
  /** It was called wrongly, and did nothing. */
  USAGE(2),
  /** It could have, but must not, or a secret does not fit. */
  REFUSED(3),
  /** A file or the database cannot be reached. */
  UNREACHABLE(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The process's exit code. */
  public int number() {
    return number;
  }
}
