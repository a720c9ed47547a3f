package care.vestibule.messaging;

import care.vestibule.directory.Contact;
import java.util.Set;

/**
 * Sends each message once, also when it is asked twice or was stopped half-way.
 *
 * <p>Bound to the current clinic and to the agent's zone: messages hold links in clear.
 */
public interface Messenger {

  /**
   * Sends the message of that key, or answers what became of it when it has been sent or refused
   * before; then neither the contact nor the facts are looked at.
   *
   * <p>Commits for itself, before and after it talks to a provider. A worker that calls it says
   * {@code @Handles(transactional = false)}.
   *
   * @param accounts on whose behalf it is sent
   * @throws NotSentYet if trying again later may help
   * @throws IllegalStateException inside a transaction, whose rollback would forget what was sent
   */
  Delivery send(MessageKey key, Contact to, MessageFacts facts, Set<MessageAccount> accounts);

  /** Sends the message on nobody's behalf but the clinic's. */
  default Delivery send(MessageKey key, Contact to, MessageFacts facts) {
    return send(key, to, facts, Set.of());
  }
}
