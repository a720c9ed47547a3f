package care.vestibule.accessrequest;

import care.vestibule.accessrequest.history.AccessRequestHistory;
import care.vestibule.accessrequest.history.HistoryEntry;
import care.vestibule.messaging.MessageKind;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds of open notifications and escalates them. */
@Component
@OnlyIn(Zone.AGENT)
public final class Reminders {

  private final AccessRequestTable table;
  private final AccessRequestHistory history;
  private final ApplicationEventPublisher events;
  private final CurrentClinic clinic;
  private final Clock clock;
  private final TransactionTemplate transactions;

  Reminders(
      AccessRequestTable table,
      AccessRequestHistory history,
      ApplicationEventPublisher events,
      CurrentClinic clinic,
      Clock clock,
      TransactionTemplate transactions) {
    this.table = table;
    this.history = history;
    this.events = events;
    this.clinic = clinic;
    this.clock = clock;
    this.transactions = transactions;
  }

  /** Tells the professional who was asked that somebody asks; once, however often it is called. */
  public void announce(AccessRequest asked) {
    transactions.executeWithoutResult(
        status -> events.publishEvent(new HcpReminder(asked, MessageKind.TASK_NEW, 0)));
  }

  /** Reminds the professional who was asked. */
  public void remind(AccessRequestId id) {
    remind(id, HistoryEntry.Kind.REMINDED, MessageKind.TASK_REMINDER, "DOCTOR", false);
  }

  /** Lets deputies see and take it, and tells the professional who was asked. */
  public void openToDeputies(AccessRequestId id) {
    remind(id, HistoryEntry.Kind.ESCALATED, MessageKind.TASK_ESCALATED, "DEPUTIES", true);
  }

  /** Records that it is the privacy officer's now, before the month of GDPR article 12(3) ends. */
  public void tellPrivacyOfficer(AccessRequestId id) {
    remind(id, HistoryEntry.Kind.ESCALATED, MessageKind.TASK_ESCALATED, "PRIVACY_OFFICER", true);
  }

  private void remind(
      AccessRequestId id,
      HistoryEntry.Kind kind,
      MessageKind message,
      String to,
      boolean openToDeputies) {
    // Together: a mail is ordered if and only if it is recorded, and sent by somebody else.
    transactions.executeWithoutResult(
        status -> {
          var locked = table.lock(clinic.get(), id).orElseThrow();
          if (!locked.isOpen()) {
            return;
          }
          events.publishEvent(new HcpReminder(locked, message, entriesOfKind(id, kind) + 1));
          var now = DatabaseTime.now(clock);
          if (openToDeputies && !locked.openToDeputies()) {
            table.save(locked.openedToDeputies(now), LeaseChange.kept());
          }
          history.add(
              locked.clinic(),
              new HistoryEntry(
                  id, kind, locked.status(), locked.status(), "process", Optional.of(to), now));
        });
  }

  private int entriesOfKind(AccessRequestId id, HistoryEntry.Kind kind) {
    return (int)
        history.of(clinic.get(), id).stream().filter(entry -> entry.kind() == kind).count();
  }
}
