package care.vestibule.accessrequest.decision;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.AccessRequestTable;
import care.vestibule.accessrequest.CancelReason;
import care.vestibule.accessrequest.DatabaseTime;
import care.vestibule.accessrequest.HcpAccessRequests;
import care.vestibule.accessrequest.LeaseChange;
import care.vestibule.accessrequest.Leases;
import care.vestibule.accessrequest.history.AccessRequestHistory;
import care.vestibule.accessrequest.history.HistoryEntry;
import care.vestibule.directory.HcpId;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.tenancy.ClinicId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out whether a doctor may answer a notification now; needs a transaction around it. */
@Component
public class DecisionRights {

  private final HcpAccessRequests inbox;
  private final AccessRequestTable table;
  private final AccessRequestHistory history;
  private final RecordedDecisions decisions;
  private final Leases leases;
  private final Clock clock;

  DecisionRights(
      HcpAccessRequests inbox,
      AccessRequestTable table,
      AccessRequestHistory history,
      RecordedDecisions decisions,
      Leases leases,
      Clock clock) {
    this.inbox = inbox;
    this.table = table;
    this.history = history;
    this.decisions = decisions;
    this.leases = leases;
    this.clock = clock;
  }

  /**
   * The notification, locked, undecided and open to this doctor.
   *
   * @throws Problem 404 if it is not this doctor's; 409 {@code already-decided}, {@code taken},
   *     {@code closed} or {@code no-key}
   */
  public AccessRequest lock(AccessRequestId id, Actor.Doctor doctor) {
    var scope = inbox.standIns(doctor.hcp());
    var locked =
        table.lock(doctor.clinic(), id).filter(scope::reaches).orElseThrow(Problem::notFound);
    requireUndecided(locked);
    if (isSomebodyElses(locked, doctor)) {
      throw conflict("taken");
    }
    return locked;
  }

  /** The notification, locked and undecided, whoever has it. */
  public AccessRequest lockUndecided(AccessRequestId id, ClinicId clinic) {
    var locked = table.lock(clinic, id).orElseThrow(Problem::notFound);
    requireUndecided(locked);
    return locked;
  }

  private void requireUndecided(AccessRequest locked) {
    if (decisions.find(locked.clinic(), locked.id()).isPresent()) {
      throw conflict("already-decided");
    }
    if (locked.status().isFinal()) {
      throw conflict("closed");
    }
    if (locked.problem().isPresent()) {
      throw conflict("no-key");
    }
  }

  /** Makes the doctor the one who is on it. */
  AccessRequest take(AccessRequest locked, Actor.Doctor doctor) {
    var now = DatabaseTime.now(clock);
    return takenBy(doctor, locked, leases.begun(now), now);
  }

  /**
   * Makes the doctor the one who approved it.
   *
   * @return when
   */
  Instant approve(AccessRequest locked, Actor.Doctor doctor) {
    var now = DatabaseTime.now(clock);
    takenBy(doctor, locked, LeaseChange.approved(), now);
    return now;
  }

  /**
   * Closes it without a share.
   *
   * @return when
   */
  Instant decline(AccessRequest locked, Actor.Doctor doctor, CancelReason reason) {
    var now = DatabaseTime.now(clock);
    var closed = locked.movedTo(AccessRequestStatus.CANCELLED, Optional.of(reason), now);
    history.add(locked.clinic(), moved(locked, closed, doctor));
    table.save(closed, LeaseChange.declined());
    return now;
  }

  private AccessRequest takenBy(
      Actor.Doctor doctor, AccessRequest locked, LeaseChange lease, Instant now) {
    var taken = locked.takenBy(Optional.of(doctor.hcp()), now);
    if (locked.status() == AccessRequestStatus.PENDING) {
      taken = taken.movedTo(AccessRequestStatus.ONGOING, Optional.empty(), now);
      history.add(locked.clinic(), moved(locked, taken, doctor));
    }
    table.save(taken, lease);
    return taken;
  }

  /** Puts it back where others see that nobody is on it. */
  AccessRequest giveBack(AccessRequest locked, Actor.Doctor doctor) {
    var now = DatabaseTime.now(clock);
    var back = locked.takenBy(Optional.empty(), now);
    if (locked.status() == AccessRequestStatus.ONGOING) {
      back = back.movedTo(AccessRequestStatus.PENDING, Optional.empty(), now);
      history.add(locked.clinic(), moved(locked, back, doctor));
    }
    table.save(back, LeaseChange.ended());
    return back;
  }

  /** Hands it to a colleague, who finds it among their own. */
  public AccessRequest assign(AccessRequest locked, Actor actor, HcpId colleague) {
    var now = DatabaseTime.now(clock);
    var handed = locked.takenBy(Optional.of(colleague), now);
    if (locked.status() == AccessRequestStatus.ONGOING) {
      handed = handed.movedTo(AccessRequestStatus.PENDING, Optional.empty(), now);
    }
    table.save(handed, LeaseChange.ended());
    history.add(
        locked.clinic(),
        new HistoryEntry(
            locked.id(),
            HistoryEntry.Kind.ASSIGNED,
            locked.status(),
            handed.status(),
            actor.reference(),
            Optional.of("hcp:" + colleague),
            now));
    return handed;
  }

  // What was handed to a colleague and not begun is still the first doctor's to take back.
  private static boolean isSomebodyElses(AccessRequest locked, Actor.Doctor doctor) {
    return locked.handler().filter(handler -> !handler.equals(doctor.hcp())).isPresent()
        && !(locked.status() == AccessRequestStatus.PENDING && locked.hcp().equals(doctor.hcp()));
  }

  private static HistoryEntry moved(AccessRequest from, AccessRequest to, Actor.Doctor doctor) {
    return new HistoryEntry(
        from.id(),
        HistoryEntry.Kind.MOVED,
        from.status(),
        to.status(),
        doctor.reference(),
        to.reason().map(Enum::name),
        to.modified());
  }

  private static Problem conflict(String slug) {
    return new Problem(Problem.Kind.CONFLICT, slug);
  }
}
