package care.vestibule.notification;

import care.vestibule.messaging.MessageKind;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds of open notifications and escalates them. */
@Component
@OnlyIn(Zone.AGENT)
public final class Nudges {

  private final NotificationTable table;
  private final NotificationHistory history;
  private final NudgeMail mail;
  private final CurrentClinic clinic;
  private final Clock clock;
  private final TransactionTemplate transactions;

  Nudges(
      NotificationTable table,
      NotificationHistory history,
      NudgeMail mail,
      CurrentClinic clinic,
      Clock clock,
      TransactionTemplate transactions) {
    this.table = table;
    this.history = history;
    this.mail = mail;
    this.clinic = clinic;
    this.clock = clock;
    this.transactions = transactions;
  }

  /** Tells the professional who was asked that somebody asks; once, however often it is called. */
  public void announce(Notification asked) {
    mail.send(asked, MessageKind.TASK_NEW, 0);
  }

  /** Reminds the professional who was asked. */
  public void remind(NotificationId id) {
    nudge(id, HistoryEntry.Kind.REMINDED, MessageKind.TASK_REMINDER, "DOCTOR", false);
  }

  /** Lets deputies see and take it, and tells the professional who was asked. */
  public void openToDeputies(NotificationId id) {
    nudge(id, HistoryEntry.Kind.ESCALATED, MessageKind.TASK_ESCALATED, "DEPUTIES", true);
  }

  /** Records that it is the privacy officer's now, before the month of GDPR article 12(3) ends. */
  public void tellPrivacyOfficer(NotificationId id) {
    nudge(id, HistoryEntry.Kind.ESCALATED, MessageKind.TASK_ESCALATED, "PRIVACY_OFFICER", true);
  }

  private void nudge(
      NotificationId id,
      HistoryEntry.Kind kind,
      MessageKind message,
      String to,
      boolean openToDeputies) {
    var before = transactions.execute(status -> entriesOfKind(id, kind));
    var open = transactions.execute(status -> table.lock(clinic.get(), id).orElseThrow());
    if (!open.isOpen()) {
      return;
    }
    // Mailed before it is recorded: a job that comes twice finds the same number and sends nothing.
    mail.send(open, message, before + 1);
    transactions.executeWithoutResult(
        status -> {
          var locked = table.lock(clinic.get(), id).orElseThrow();
          var now = Moment.now(clock);
          if (openToDeputies && !locked.openToDeputies()) {
            table.save(locked.openedToDeputies(now));
          }
          history.add(
              locked.clinic(),
              new HistoryEntry(
                  id, kind, locked.status(), locked.status(), "process", Optional.of(to), now));
        });
  }

  private int entriesOfKind(NotificationId id, HistoryEntry.Kind kind) {
    return (int)
        history.of(clinic.get(), id).stream().filter(entry -> entry.kind() == kind).count();
  }
}
