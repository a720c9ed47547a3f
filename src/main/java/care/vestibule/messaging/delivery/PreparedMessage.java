package care.vestibule.messaging.delivery;

import care.vestibule.messaging.NotSentYet;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A message that is ready to be handed over. */
public interface PreparedMessage {

  /** The address and the words, recognisable and unreadable. */
  MessageHash digest();

  /**
   * Hands it over, once.
   *
   * @return the provider's own name for it, letters and digits
   * @throws Undeliverable if the provider refuses it for good
   * @throws NotSentYet if trying again may help
   */
  String hand();

  /**
   * Looks which messages of these words the provider has, after attempts whose end is not known.
   *
   * @param digests what those attempts tried to send
   * @param since when the first of them began
   * @return the provider's names for them; nothing also where providers cannot be asked
   * @throws NotSentYet if the provider does not answer
   */
  default List<String> lookFor(Set<MessageHash> digests, Instant since) {
    return List.of();
  }
}
