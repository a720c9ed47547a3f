package care.vestibule.local;

import org.springframework.boot.ExitCodeGenerator;

/** The local stack cannot start, for a reason the person at the keyboard can remove. */
public final class LocalRefusal extends RuntimeException implements ExitCodeGenerator {

  private final String remedy;

  /** Says in one sentence what is wrong and in one what to do. */
  public LocalRefusal(String sentence, String remedy) {
    super(sentence);
    this.remedy = remedy;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }

  /** The exit code of the process: 78, "configuration error" in sysexits.h. */
  @Override
  public int getExitCode() {
    return 78;
  }
}
