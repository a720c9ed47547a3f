package care.vestibule.monitoring.deadlines;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that should be done by a certain time.
 *
 * @param what the element a process stands at, or the name of the {@link AccessLaw}
 * @param instance the engine's key of the process; empty for the law, which knows requests only
 * @param began when the process came to the step, or the request was received
 * @param riskFrom from when on it is at risk
 * @param extended whether the time the law gives was extended
 */
public record Deadline(
    Kind kind,
    String what,
    Optional<UUID> invitation,
    Optional<Long> instance,
    Instant began,
    Instant riskFrom,
    Instant due,
    boolean extended) {

  /** What sets the time. */
  public enum Kind {
    /** What Vestibule expects of a step. */
    STEP,
    /** The law. */
    LAW
  }

  /** How it stands. */
  public enum State {
    /** There is time. */
    IN_TIME,
    /** Most of the time has passed. */
    AT_RISK,
    /** It should have been done. */
    LATE
  }

  /** How it stands at that moment. */
  public State stateAt(Instant now) {
    if (!now.isBefore(due)) {
      return State.LATE;
    }
    return now.isBefore(riskFrom) ? State.IN_TIME : State.AT_RISK;
  }

  /** For a page. */
  public boolean isLaw() {
    return kind == Kind.LAW;
  }
}
