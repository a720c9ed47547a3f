package care.vestibule.notification;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds out whether a doctor may answer a notification now; needs a transaction around it. */
@Component
class Answerable {

  private final Inbox inbox;
  private final NotificationTable table;
  private final NotificationHistory history;
  private final DecisionTable decisions;
  private final Clock clock;

  Answerable(
      Inbox inbox,
      NotificationTable table,
      NotificationHistory history,
      DecisionTable decisions,
      Clock clock) {
    this.inbox = inbox;
    this.table = table;
    this.history = history;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** The notification, locked, undecided and open to this doctor. */
  Notification lock(NotificationId id, Actor.Doctor doctor) {
    if (inbox.find(doctor.hcp(), id).isEmpty()) {
      throw Problem.notFound();
    }
    var locked = table.lock(doctor.clinic(), id).orElseThrow(Problem::notFound);
    if (decisions.find(doctor.clinic(), id).isPresent()) {
      throw conflict("already-decided", "This request has been answered already.");
    }
    if (locked.status().isFinal()) {
      throw conflict("closed", "This request is closed.");
    }
    if (locked.problem().isPresent()) {
      throw conflict("no-key", "Nothing can be shared in this professional's name yet.");
    }
    if (locked.handler().filter(handler -> !handler.equals(doctor.hcp())).isPresent()) {
      throw conflict("taken", "A colleague has taken this request.");
    }
    return locked;
  }

  /** Makes the doctor the one who is on it. */
  Notification take(Notification locked, Actor.Doctor doctor) {
    var now = Moment.now(clock);
    var taken = locked.takenBy(Optional.of(doctor.hcp()), now);
    if (locked.status() == NotificationStatus.PENDING) {
      taken = taken.movedTo(NotificationStatus.ONGOING, Optional.empty(), now);
      history.add(locked.clinic(), moved(locked, taken, doctor));
    }
    table.save(taken);
    return taken;
  }

  /** Puts it back where others see that nobody is on it. */
  Notification giveBack(Notification locked, Actor.Doctor doctor) {
    if (locked.status() == NotificationStatus.PENDING) {
      return locked;
    }
    var now = Moment.now(clock);
    var back =
        locked
            .movedTo(NotificationStatus.PENDING, Optional.empty(), now)
            .takenBy(Optional.empty(), now);
    table.save(back);
    history.add(locked.clinic(), moved(locked, back, doctor));
    return back;
  }

  private static HistoryEntry moved(Notification from, Notification to, Actor.Doctor doctor) {
    return new HistoryEntry(
        from.id(),
        HistoryEntry.Kind.MOVED,
        from.status(),
        to.status(),
        doctor.reference(),
        Optional.empty(),
        to.modified());
  }

  private static Problem conflict(String slug, String title) {
    return new Problem(HttpStatus.CONFLICT, slug, title);
  }
}
