package care.vestibule.messaging.delivery;

import care.vestibule.messaging.Channel;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message and how far it got; neither an address nor a word of it.
 *
 * @param subject what it is about, such as an invitation
 * @param generation which link it carries; 0 where there is none
 * @param attempts how often it was tried to hand it over
 * @param at when it got there: sent, refused, failed last, or, if never tried, intended
 * @param reason why it was refused; empty unless it was
 */
public record SentMessage(
    UUID subject,
    MessageKind kind,
    Channel channel,
    int generation,
    int attempts,
    Fate fate,
    Instant at,
    Optional<Delivery.Reason> reason) {

  /** What became of a message. */
  public enum Fate {
    /** A provider took it over. */
    SENT,
    /** It arrived, as the provider says. */
    DELIVERED,
    /** A provider had taken it over, and it did not arrive. */
    CAME_BACK,
    /** It cannot be delivered to this contact. */
    REFUSED,
    /** It is tried again by itself. */
    NOT_SENT_YET;

    /** Whether nobody has to do anything. */
    public boolean isGood() {
      return this == SENT || this == DELIVERED;
    }

    /** Whether it cannot arrive any more. */
    public boolean isBad() {
      return this == REFUSED || this == CAME_BACK;
    }
  }
}
