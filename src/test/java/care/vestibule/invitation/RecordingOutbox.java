package care.vestibule.invitation;

import care.vestibule.process.EngineMessage;
import care.vestibule.process.Outbox;
import care.vestibule.process.ProcessMessage;
import care.vestibule.process.ProcessVariable;
import care.vestibule.process.ProcessVariables;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what was meant for the engine, if the transaction it was said in commits. */
public final class RecordingOutbox implements Outbox {

  private final List<EngineMessage> messages = new CopyOnWriteArrayList<>();
  private final Map<UUID, ProcessVariables> completed = new ConcurrentHashMap<>();

  @Override
  public void publish(EngineMessage message) {
    afterCommit(() -> messages.add(message));
  }

  @Override
  public void completeUserTask(UUID formReference, ProcessVariables variables) {
    afterCommit(() -> completed.put(formReference, variables));
  }

  /** The messages of one name with that correlation key. */
  public List<EngineMessage> of(ProcessMessage name, UUID correlationKey) {
    return messages.stream()
        .filter(message -> message.name() == name)
        .filter(message -> message.correlationKey().equals(correlationKey))
        .toList();
  }

  /** The variables a user task was completed with. */
  public Map<ProcessVariable, Object> completed(UUID formReference) {
    var variables = completed.get(formReference);
    if (variables == null) {
      throw new AssertionError("No user task was completed for it");
    }
    return variables.values();
  }

  private static void afterCommit(Runnable work) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Outside of a transaction");
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
