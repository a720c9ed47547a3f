package care.vestibule.messaging.paper;

import care.vestibule.messaging.MessageFacts;
import java.util.List;

/**
 * A letter on paper.
 *
 * @param facts what it says; holds the link
 * @param recipient the name on the envelope
 * @param address the lines below it, none if no address is known
 */
public record PaperLetter(MessageFacts facts, String recipient, List<String> address) {

  /** Never the words: they are personal, and the link is secret. */
  @Override
  public String toString() {
    return "PaperLetter[]";
  }
}
