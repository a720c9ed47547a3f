package care.vestibule.process.outbox;

import care.vestibule.process.EngineMessage;
import care.vestibule.process.Outbox;
import care.vestibule.process.OutboxLag;
import care.vestibule.process.ProcessVariables;
import care.vestibule.process.variables.EngineVariables;
import care.vestibule.telemetry.Traces;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox in the database. */
@Component
class StoredOutbox implements Outbox, OutboxLag {

  private final OutboxEntries intentions;
  private final CurrentClinic clinic;
  // An agent has none: the portal's finds the row when it looks next.
  private final ObjectProvider<OutboxPoller> relay;
  private final Traces traces;

  StoredOutbox(
      OutboxEntries intentions,
      CurrentClinic clinic,
      ObjectProvider<OutboxPoller> relay,
      Traces traces) {
    this.intentions = intentions;
    this.clinic = clinic;
    this.relay = relay;
    this.traces = traces;
  }

  @Override
  public void publish(EngineMessage message) {
    ringAfterCommit();
    intentions.add(clinic.get(), message, EngineVariables.of(message.variables()), traces.here());
  }

  @Override
  public void completeUserTask(UUID formReference, ProcessVariables variables) {
    ringAfterCommit();
    intentions.add(clinic.get(), formReference, EngineVariables.of(variables), traces.here());
  }

  @Override
  public Duration age() {
    return intentions.ageOfOldestUnsent();
  }

  @Override
  public boolean waitsToComplete(UUID formReference) {
    return intentions.isUnsent(clinic.get(), formReference);
  }

  private void ringAfterCommit() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("What the engine is told belongs to a transaction");
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            relay.ifAvailable(OutboxPoller::wake);
          }
        });
  }
}
