package care.vestibule.accessrequest.history;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to a notification, or was refused.
 *
 * @param actor who, as an opaque reference such as {@code hcp:<uuid>}
 * @param from the status before
 * @param to the status after; of a refusal, the one that was asked for
 * @param reason a code, if there is one
 */
public record HistoryEntry(
    AccessRequestId notification,
    Kind kind,
    AccessRequestStatus from,
    AccessRequestStatus to,
    String actor,
    Optional<String> reason,
    Instant at) {

  /** What happened. */
  public enum Kind {
    ASKED,
    MOVED,
    ASSIGNED,
    DECIDED,
    REFUSED,
    REMINDED,
    ESCALATED
  }
}
