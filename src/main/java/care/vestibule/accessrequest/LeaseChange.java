package care.vestibule.accessrequest;

import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of the lease of the doctor who is on an access request when its row is written.
 *
 * @param until when a lease that begins runs out
 */
public record LeaseChange(Kind kind, Optional<Instant> until) {

  enum Kind {
    KEPT,
    BEGUN,
    ENDED,
    APPROVED,
    DECLINED
  }

  /** Stays as it is. */
  public static LeaseChange kept() {
    return new LeaseChange(Kind.KEPT, Optional.empty());
  }

  /** Nobody has the request any more, or somebody else has. */
  public static LeaseChange ended() {
    return new LeaseChange(Kind.ENDED, Optional.empty());
  }

  /** Approved by this doctor: what follows is the process's to do, and no lease runs. */
  public static LeaseChange approved() {
    return new LeaseChange(Kind.APPROVED, Optional.empty());
  }

  /** Declined: the request is closed, and no lease runs. */
  public static LeaseChange declined() {
    return new LeaseChange(Kind.DECLINED, Optional.empty());
  }

  static LeaseChange begun(Instant until) {
    return new LeaseChange(Kind.BEGUN, Optional.of(until));
  }
}
