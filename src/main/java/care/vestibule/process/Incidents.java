package care.vestibule.process;

/** The engine's incidents, as operations mends them; call it with no transaction open. */
public interface Incidents {

  /**
   * Gives the job behind an incident one more try and lets the process go on.
   *
   * <p>One, not as many as the model gives: whoever mended the cause wants to know soon whether it
   * was the right one.
   *
   * @param incident the incident's key
   * @param job the job's key; not positive if the incident has no job
   */
  Answer tryAgain(long incident, long job);

  /** What the engine said. */
  enum Answer {
    /** It tries again. */
    TAKEN,
    /** There is no such incident any more. */
    GONE,
    /** It could not be reached, or is too busy; nothing was changed. */
    UNREACHABLE
  }
}
