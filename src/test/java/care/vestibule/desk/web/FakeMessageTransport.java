package care.vestibule.desk.web;

import care.vestibule.crypto.Pepper;
import care.vestibule.directory.Contact;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.messaging.delivery.ExternalId;
import care.vestibule.messaging.delivery.MessageHash;
import care.vestibule.messaging.delivery.MessageTransport;
import care.vestibule.messaging.delivery.PreparedMessage;
import care.vestibule.messaging.delivery.Undeliverable;

/** Carries to any address but those that say in their name what is wrong with them. */
record FakeMessageTransport(Channel channel, Pepper pepper) implements MessageTransport {

  @Override
  public PreparedMessage prepare(ExternalId mark, Contact to, MessageFacts facts) {
    return new PreparedMessage() {
      @Override
      public MessageHash digest() {
        return MessageHash.of(pepper, to.value(), mark.name());
      }

      @Override
      public String hand() {
        if (to.value().startsWith("refused")) {
          throw new Undeliverable(Delivery.Reason.REJECTED, "SMTP_550");
        }
        if (to.value().startsWith("busy")) {
          throw new NotSentYet("SMTP_451");
        }
        return mark.name();
      }
    };
  }
}
