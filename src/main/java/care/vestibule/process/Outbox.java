package care.vestibule.process;

import java.util.UUID;

/**
 * Everything Vestibule tells the engine: a row written in the caller's transaction and carried out
 * after its commit, again and again until the engine has taken it.
 */
public interface Outbox {

  /**
   * Intends to publish a message.
   *
   * @throws IllegalStateException outside of a transaction
   */
  void publish(EngineMessage message);

  /**
   * Intends to complete the user task whose form reference is given; waits for the task to appear
   * if the engine has not created it yet. Completing a task twice is one completion.
   *
   * @param formReference the invitation of a {@code fix-contact} task or the notification of an
   *     {@code approve-access} task
   * @throws IllegalStateException outside of a transaction
   */
  void completeUserTask(UUID formReference, ProcessVariables variables);
}
