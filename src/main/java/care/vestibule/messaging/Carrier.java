package care.vestibule.messaging;

import care.vestibule.directory.Contact;

/** Hands messages of one channel to a provider. */
public interface Carrier {

  /** What it carries. */
  Channel channel();

  /**
   * Words and addresses a message; talks to nobody.
   *
   * @param name what the message is called for ever: 32 hex digits, the same at every attempt
   * @throws Undeliverable if this channel can not reach the contact
   */
  Parcel prepare(String name, Contact to, MessageFacts facts);
}
