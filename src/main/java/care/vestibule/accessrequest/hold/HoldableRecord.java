package care.vestibule.accessrequest.hold;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A record as a doctor sees it who thinks of holding it back: what it says is sealed.
 *
 * @param day the day it is about
 */
public record HoldableRecord(UUID id, String fhirType, Optional<LocalDate> day, State state) {

  /** What may be done with it. */
  public enum State {
    /** It would be shared, and may be held back. */
    FREE,
    /** Chosen to be held back with the approval. */
    CHOSEN,
    /** Held back already. */
    HELD_BACK,
    /** The patient reads it already, whoever shared it. */
    READ
  }
}
