package care.vestibule.invitation;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageAccount;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.Messenger;
import care.vestibule.messaging.NotSentYet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sends each key once, into a list; some addresses refuse. */
public final class RecordingMessenger implements Messenger {

  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final Map<MessageKey, Delivery> known = new ConcurrentHashMap<>();
  private final Set<String> refusing = ConcurrentHashMap.newKeySet();

  private final Map<String, String> held = new ConcurrentHashMap<>();

  private volatile boolean down;

  @Override
  public Delivery send(
      MessageKey key, Contact to, MessageFacts facts, Set<MessageAccount> accounts) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Inside a transaction");
    }
    return known.computeIfAbsent(key, unknown -> deliver(key, to, facts));
  }

  /** From now on nothing is delivered there. */
  public void refuse(String address) {
    refusing.add(address);
  }

  /** From now on what goes there is not taken over, because of that. */
  public void hold(String address, String code) {
    held.put(address, code);
  }

  /** From now on it is. */
  public void letGo(String address) {
    held.remove(address);
  }

  /** Nobody can be reached for a while. */
  public void beDown(boolean now) {
    down = now;
  }

  /** What was delivered to an address, in order. */
  public List<Sent> to(String address) {
    return sent.stream().filter(message -> message.to().value().equals(address)).toList();
  }

  private Delivery deliver(MessageKey key, Contact to, MessageFacts facts) {
    if (down) {
      throw new IllegalStateException("The server is down");
    }
    if (held.containsKey(to.value())) {
      throw new NotSentYet(held.get(to.value()));
    }
    if (refusing.contains(to.value())) {
      return new Delivery.Refused(Delivery.Reason.REJECTED);
    }
    sent.add(new Sent(key, to, facts));
    return new Delivery.Sent(Instant.EPOCH);
  }

  /** A delivered message. */
  public record Sent(MessageKey key, Contact to, MessageFacts facts) {}
}
