package care.vestibule.accessrequest;

import care.vestibule.accessrequest.history.AccessRequestHistory;
import care.vestibule.accessrequest.history.HistoryEntry;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves notifications from status to status; a move that is not allowed changes nothing and is
 * recorded.
 */
@Component
@Transactional
public class StatusChanges {

  private final AccessRequestTable table;
  private final AccessRequestHistory history;
  private final CurrentClinic clinic;
  private final Clock clock;

  StatusChanges(
      AccessRequestTable table, AccessRequestHistory history, CurrentClinic clinic, Clock clock) {
    this.table = table;
    this.history = history;
    this.clinic = clinic;
    this.clock = clock;
  }

  /** Cancels; false if it had ended already. */
  public boolean cancel(AccessRequestId id, CancelReason reason, String actor) {
    return move(id, AccessRequestStatus.CANCELLED, Optional.of(reason), actor);
  }

  /**
   * Moves to a status; being in it already is success and changes nothing.
   *
   * @return false if the status may not follow the present one
   * @throws java.util.NoSuchElementException if the clinic has no such notification
   */
  public boolean move(AccessRequestId id, AccessRequestStatus next, String actor) {
    return move(id, next, Optional.empty(), actor);
  }

  /**
   * Keeps a notification from being cancelled until the end of the caller's transaction.
   *
   * @return false if it is cancelled already
   */
  public boolean holdUnlessCancelled(AccessRequestId id) {
    return table.lock(clinic.get(), id).orElseThrow().status() != AccessRequestStatus.CANCELLED;
  }

  private boolean move(
      AccessRequestId id, AccessRequestStatus next, Optional<CancelReason> reason, String actor) {
    var locked = table.lock(clinic.get(), id).orElseThrow();
    var legal = locked.status().mayBecome(next);
    if (locked.status() == next) {
      return true;
    }
    var now = DatabaseTime.now(clock);
    if (legal) {
      table.save(locked.movedTo(next, reason, now), LeaseChange.kept());
    }
    var kind = legal ? HistoryEntry.Kind.MOVED : HistoryEntry.Kind.REFUSED;
    history.add(
        locked.clinic(),
        new HistoryEntry(id, kind, locked.status(), next, actor, reason.map(Enum::name), now));
    return legal;
  }
}
