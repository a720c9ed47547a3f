package care.vestibule.desk.web;

import care.vestibule.crypto.Pepper;
import care.vestibule.directory.Contact;
import care.vestibule.messaging.Carrier;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.Digest;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.messaging.Parcel;
import care.vestibule.messaging.Postmark;
import care.vestibule.messaging.Undeliverable;

/** Carries to any address but those that say in their name what is wrong with them. */
record Porter(Channel channel, Pepper pepper) implements Carrier {

  @Override
  public Parcel prepare(Postmark mark, Contact to, MessageFacts facts) {
    return new Parcel() {
      @Override
      public Digest digest() {
        return Digest.of(pepper, to.value(), mark.name());
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
