package care.vestibule.correspondence;

import care.vestibule.invitation.InvitationAudit;
import care.vestibule.invitation.InvitationCounters;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationLinks;
import care.vestibule.invitation.InvitationReader;
import care.vestibule.invitation.InvitationTransitions;
import care.vestibule.invitation.engine.InvitationProcesses;
import care.vestibule.messaging.MessageKey;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what became of messages; each call a transaction between two calls to a provider. */
@Component
@Transactional
class LinkDeliveries {

  private final InvitationReader stored;
  private final InvitationTransitions transitions;
  private final InvitationCounters counters;
  private final InvitationLinks links;
  private final InvitationProcesses processes;
  private final InvitationAudit audit;

  LinkDeliveries(
      InvitationReader stored,
      InvitationTransitions transitions,
      InvitationCounters counters,
      InvitationLinks links,
      InvitationProcesses processes,
      InvitationAudit audit) {
    this.stored = stored;
    this.transitions = transitions;
    this.counters = counters;
    this.links = links;
    this.processes = processes;
    this.audit = audit;
  }

  /** False if a newer link took over meanwhile, or the invitation ended. */
  boolean sent(InvitationId id, MessageKey key) {
    if (!transitions.markSent(id, key.generation())) {
      return false;
    }
    links.sent(id, key.generation());
    audit.record("agent", "MESSAGE_SENT", id, key.kind() + ":" + key.channel());
    return true;
  }

  /** False if a newer link took over meanwhile, or the invitation ended. */
  boolean printed(InvitationId id, int generation) {
    if (!transitions.markSent(id, generation)) {
      return false;
    }
    links.sent(id, generation);
    audit.record("agent", "LETTER_PRINTED", id, "GENERATION:" + generation);
    return true;
  }

  void refused(InvitationId id, MessageKey key) {
    links.failed(id, key.generation(), key.channel());
    audit.record("agent", "MESSAGE_REFUSED", id, key.kind() + ":" + key.channel());
  }

  void unreachable(InvitationId id) {
    transitions.markUndeliverable(id);
    audit.record("agent", "INVITATION_UNDELIVERABLE", id, "NONE");
  }

  /** A fresh link found no channel: the process has to look for another way. */
  void stranded(InvitationId id, int generation) {
    stored
        .find(id)
        .filter(invitation -> invitation.generation() == generation)
        .ifPresent(invitation -> processes.of(invitation).messageBounced(invitation, "ALL"));
  }

  Optional<Integer> nextReminder(InvitationId id, Duration apart) {
    return counters.nextReminder(id, apart);
  }

  void reminded(InvitationId id, int reminder) {
    counters.markReminded(id, reminder);
  }
}
