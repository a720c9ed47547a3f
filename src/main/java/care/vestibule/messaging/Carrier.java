package care.vestibule.messaging;

import care.vestibule.directory.Contact;

/** Hands messages of one channel to a provider. */
public interface Carrier {

  /** What it carries. */
  Channel channel();

  /**
   * Words and addresses a message; talks to nobody.
   *
   * @param mark what the message is called for ever
   * @throws Undeliverable if this channel can not reach the contact
   */
  Parcel prepare(Postmark mark, Contact to, MessageFacts facts);
}
