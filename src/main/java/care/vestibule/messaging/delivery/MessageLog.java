package care.vestibule.messaging.delivery;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageKey;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of a message's life, each committed before the next begins.
 *
 * <p>Only the attempt waits for the disk: it must be found after a power cut, or a message that
 * went out would be sent again unseen. Its commit takes all before it along, for the database
 * writes its log in order, so the intent needs no wait of its own. If a power cut takes an outcome
 * and its audit entry, an attempt of unknown outcome is left, as after a death between hand-over
 * and outcome: a text message is looked for at the provider, an e-mail goes again under the same
 * Message-ID. The next commit that waits takes the outcome along. When only this process dies,
 * nothing is lost.
 */
@Component
final class MessageLog {

  private final JdbcClient jdbc;
  private final Messages messages;
  private final FirstAttempts firstAttempts;
  private final MessageReferences names;
  private final CurrentClinic clinic;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  MessageLog(
      JdbcClient jdbc,
      CurrentClinic clinic,
      MessageReferences names,
      AuditLog audit,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.names = names;
    this.clinic = clinic;
    this.messages = new Messages(jdbc, clinic);
    this.firstAttempts = new FirstAttempts(jdbc);
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What is known of the message; from now on there is a row for it. */
  Known look(MessageKey key) {
    return commitSoon(
        () -> {
          var id = messages.intend(key);
          return new Known(
              id,
              names.of(clinic.get(), id, MessageReference.of(clinic.get(), key)),
              messages.settled(id),
              messages.attempts(id));
        });
  }

  /**
   * Notes a message that was never tried and its first attempt, in one commit that waits for the
   * disk; nothing if the message is known.
   */
  Optional<DeliveryAttempt> beginFirst(
      MessageKey key, MessageReference name, UUID report, MessageHash digest) {
    return commit(() -> firstAttempts.begin(clinic.get(), key, name, report, digest));
  }

  /** Whether no message is known by that name of the provider's. */
  boolean isNobodys(String providersName) {
    return commitSoon(() -> !messages.isKnown(providersName));
  }

  DeliveryAttempt begin(UUID message, MessageHash digest) {
    return commit(() -> messages.begin(message, digest));
  }

  Delivery sent(DeliveryAttempt attempt, MessageKey key, String providersName) {
    return new Delivery.Sent(settle(attempt, key, "SENT", providersName));
  }

  Delivery refused(DeliveryAttempt attempt, MessageKey key, Delivery.Reason reason) {
    var unused = settle(attempt, key, "REFUSED", reason.name());
    return new Delivery.Refused(reason);
  }

  void failed(DeliveryAttempt attempt, String code) {
    commit(() -> messages.conclude(attempt, "FAILED", code));
  }

  private Instant settle(DeliveryAttempt attempt, MessageKey key, String result, String code) {
    return commit(
        () -> {
          var at = messages.conclude(attempt, result, code);
          audit.record(
              new AuditEvent(
                  "agent",
                  "MESSAGE_" + result,
                  "message:" + attempt.message(),
                  key.channel() + "/" + key.kind()));
          return at;
        });
  }

  private <T> T commitSoon(Supplier<T> step) {
    return commit(
        () -> {
          // As in Messages.conclude.
          jdbc.sql("set local synchronous_commit = off").update();
          return step.get();
        });
  }

  private <T> T commit(Supplier<T> step) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A message is not sent inside a transaction");
    }
    return java.util.Objects.requireNonNull(transaction.execute(status -> step.get()));
  }

  /** A message, the name to report on it by, what became of it, and what was tried so far. */
  record Known(UUID id, UUID report, Optional<Delivery> settled, List<DeliveryAttempt> attempts) {}
}
