package care.vestibule.accessrequest;

import java.util.EnumSet;
import java.util.Set;

/** Where a notification stands; the two ends are final. */
public enum AccessRequestStatus {
  /** Nobody has taken it yet. */
  PENDING,
  /** Somebody is on it. */
  ONGOING,
  /** Done: the record was shared. */
  COMPLETED,
  /** Ended without a share; the notification says why. */
  CANCELLED;

  /** Whether a notification in this status may move to another one. */
  public boolean mayBecome(AccessRequestStatus next) {
    return switch (this) {
      case PENDING -> next == ONGOING || next == CANCELLED;
      // Back to PENDING: a doctor gave it back, or the lease of one who fell silent ran out.
      case ONGOING -> next != ONGOING;
      case COMPLETED, CANCELLED -> false;
    };
  }

  /** Whether nothing moves a notification out of this status. */
  public boolean isFinal() {
    return this == COMPLETED || this == CANCELLED;
  }

  /** The statuses from which a notification may move to this one. */
  Set<AccessRequestStatus> predecessors() {
    var found = EnumSet.noneOf(AccessRequestStatus.class);
    for (var status : values()) {
      if (status.mayBecome(this)) {
        found.add(status);
      }
    }
    return found;
  }
}
