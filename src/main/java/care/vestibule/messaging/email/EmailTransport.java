package care.vestibule.messaging.email;

import care.vestibule.crypto.Pepper;
import care.vestibule.directory.Contact;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.ClinicSenders;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.EmailMessageFactory;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessagingProperties;
import care.vestibule.messaging.delivery.ExternalId;
import care.vestibule.messaging.delivery.MessageHash;
import care.vestibule.messaging.delivery.MessageTransport;
import care.vestibule.messaging.delivery.PreparedMessage;
import care.vestibule.messaging.delivery.Undeliverable;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends e-mail by whatever server {@code spring.mail} names. */
@Component
@OnlyIn(Zone.AGENT)
final class EmailTransport implements MessageTransport {

  private final ObjectProvider<JavaMailSender> server;
  private final EmailMessageFactory factory;
  private final ClinicSenders senders;
  private final MessagingProperties properties;
  private final Pepper pepper;
  private final Clock clock;

  EmailTransport(
      ObjectProvider<JavaMailSender> server,
      EmailMessageFactory factory,
      ClinicSenders senders,
      MessagingProperties properties,
      Pepper pepper,
      Clock clock) {
    this.server = server;
    this.factory = factory;
    this.senders = senders;
    this.properties = properties;
    this.pepper = pepper;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public PreparedMessage prepare(ExternalId mark, Contact to, MessageFacts facts) {
    if (to.kind() != Contact.Kind.EMAIL) {
      throw new Undeliverable(Delivery.Reason.ADDRESS_INVALID, "NOT_EMAIL");
    }
    var sender =
        server.stream()
            .findFirst()
            .orElseThrow(() -> new Undeliverable(Delivery.Reason.NOT_SET_UP, "NO_MAIL_SERVER"));
    var words = factory.get(facts);
    var wanted = senders.current();
    var address = MailAddress.of(to.value());
    var envelope =
        new EmailHeaders(
            address,
            properties.senderAddress(),
            wanted.name().or(properties::senderName).orElse(facts.clinicName()),
            wanted.replyTo(),
            mark.name() + "@" + properties.senderDomain(),
            facts.locale(),
            clock.instant());
    var digest = MessageHash.of(pepper, to.value(), words.text());
    return new PreparedEmail(sender, envelope, words, digest);
  }
}
