package care.vestibule.process.engine;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;

/** Why the engine did not do what it was told, without its words: they may quote variables. */
public enum EngineRefusal {
  /** It is done already: a message of that id is known. */
  KNOWN,
  /** The thing is not there, or is there no more. */
  GONE,
  /** Busy, down or unwilling: worth another try. */
  LATER;

  /** The refusal behind what the client threw. */
  public static EngineRefusal of(RuntimeException thrown) {
    if (thrown instanceof ClientStatusException status) {
      return switch (status.getStatusCode()) {
        case ALREADY_EXISTS -> KNOWN;
        case NOT_FOUND -> GONE;
        default -> LATER;
      };
    }
    // A task that is being cancelled is refused as in conflict, not as missing.
    var gone =
        thrown instanceof ProblemException problem
            && (problem.code() == 404 || problem.code() == 409);
    return gone ? GONE : LATER;
  }
}
