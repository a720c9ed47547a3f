package care.vestibule.accessrequest;

import care.vestibule.accessrequest.history.AccessRequestHistory;
import care.vestibule.accessrequest.history.HistoryEntry;
import care.vestibule.directory.PatientId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks professionals, and takes questions back. */
@Component
@Transactional
public class RequestAccess {

  private final AccessRequests notifications;
  private final AccessRequestTable table;
  private final AccessRequestHistory history;
  private final StatusChanges transitions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RequestAccess(
      AccessRequests notifications,
      AccessRequestTable table,
      AccessRequestHistory history,
      StatusChanges transitions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.notifications = notifications;
    this.table = table;
    this.history = history;
    this.transitions = transitions;
    this.events = events;
    this.clock = clock;
  }

  /** Asks, once: the same question again is answered with the notification it led to before. */
  public AccessRequest ask(NewAccessRequest question, String actor) {
    var id = new AccessRequestId(UUID.randomUUID());
    var now = DatabaseTime.now(clock);
    if (table.insert(id, question, now)) {
      history.add(
          question.clinic(),
          new HistoryEntry(
              id,
              HistoryEntry.Kind.ASKED,
              AccessRequestStatus.PENDING,
              AccessRequestStatus.PENDING,
              actor,
              question.problem().map(Enum::name),
              now));
    }
    var asked =
        notifications.ofInvitation(question.invitation()).stream()
            .filter(one -> one.hcp().equals(question.hcp()) && one.key().equals(question.key()))
            .findFirst()
            .orElseThrow();
    if (asked.problem().isPresent() && question.problem().isEmpty()) {
      asked = asked.withoutProblem(now);
      table.save(asked, LeaseChange.kept());
    }
    return asked;
  }

  /** Cancels what is still asked on behalf of a patient about any other key than this one. */
  public void keyChanged(PatientId patient, String key, String actor) {
    notifications.ofPatient(patient).stream()
        .filter(one -> !one.key().equals(key) && !one.status().isFinal())
        .forEach(one -> transitions.cancel(one.id(), CancelReason.KEY_CHANGED, actor));
  }

  /**
   * Cancels everything an invitation still asks, and takes back what was shared if so wished.
   *
   * <p>Call it in the transaction that withdraws the invitation: {@link AccessWithdrawn} is
   * published to listeners of that transaction.
   */
  public void withdraw(UUID invitation, PatientId patient, boolean revokeShares, String actor) {
    notifications.ofInvitation(invitation).stream()
        .filter(one -> !one.status().isFinal())
        .forEach(one -> transitions.cancel(one.id(), CancelReason.WITHDRAWN, actor));
    events.publishEvent(new AccessWithdrawn(invitation, patient, actor, revokeShares));
  }
}
