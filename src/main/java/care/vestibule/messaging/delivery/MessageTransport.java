package care.vestibule.messaging.delivery;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.MessageFacts;

/** Hands messages of one channel to a provider. */
public interface MessageTransport {

  /** What it carries. */
  Channel channel();

  /**
   * Words and addresses a message; talks to nobody.
   *
   * @param mark what the message is called for ever
   * @throws Undeliverable if this channel cannot reach the contact
   */
  PreparedMessage prepare(ExternalId mark, Contact to, MessageFacts facts);
}
