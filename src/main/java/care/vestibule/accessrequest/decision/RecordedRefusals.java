package care.vestibule.accessrequest.decision;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.DatabaseTime;
import care.vestibule.accessrequest.history.AccessRequestHistory;
import care.vestibule.accessrequest.history.HistoryEntry;
import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does a piece of work in a transaction; if the work is refused, its transaction is undone and the
 * refusal stands in a transaction of its own.
 */
@Component
public class RecordedRefusals {

  private final TransactionTemplate transactions;
  private final AccessRequests notifications;
  private final AccessRequestHistory history;
  private final AuditLog audit;
  private final CurrentClinic clinic;
  private final Clock clock;

  RecordedRefusals(
      TransactionTemplate transactions,
      AccessRequests notifications,
      AccessRequestHistory history,
      AuditLog audit,
      CurrentClinic clinic,
      Clock clock) {
    this.transactions = transactions;
    this.notifications = notifications;
    this.history = history;
    this.audit = audit;
    this.clinic = clinic;
    this.clock = clock;
  }

  /**
   * The result of the work.
   *
   * @param wanted the status the work leads to
   */
  public <T> T recording(
      AccessRequestId id, Actor.Doctor doctor, AccessRequestStatus wanted, Supplier<T> work) {
    try {
      return transactions.execute(status -> work.get());
    } catch (Problem refused) {
      transactions.executeWithoutResult(status -> record(id, doctor, wanted, refused));
      throw refused;
    }
  }

  private void record(
      AccessRequestId id, Actor.Doctor doctor, AccessRequestStatus wanted, Problem refused) {
    var code = refused.slug().toUpperCase(Locale.ROOT).replace('-', '_');
    // Another clinic's notification is not found here either, and leaves no trace to read.
    notifications
        .find(id)
        .ifPresent(
            found -> {
              history.add(
                  clinic.get(),
                  new HistoryEntry(
                      id,
                      HistoryEntry.Kind.REFUSED,
                      found.status(),
                      wanted,
                      doctor.reference(),
                      Optional.of(code),
                      DatabaseTime.now(clock)));
              // Honest people click late or twice; a third party or an undone end is worth a look.
              var action =
                  refused.kind() == Problem.Kind.NOT_FOUND || found.status().isFinal()
                      ? Alarm.TRANSITION_REFUSED.name()
                      : "ANSWER_REFUSED";
              audit.record(new AuditEvent(doctor.reference(), action, "notification:" + id, code));
            });
  }
}
