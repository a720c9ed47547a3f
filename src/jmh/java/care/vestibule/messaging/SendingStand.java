package care.vestibule.messaging;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.delivery.ExternalId;
import care.vestibule.messaging.delivery.PreparedMessage;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** A mail server that takes everything, and three ways to send to it over the same connections. */
public final class SendingStand implements AutoCloseable {

  private static final Contact TO =
      new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, "francisco@patient.example", true);

  private static final String NAME = "ab".repeat(16);
  private static final UUID NOBODY = new UUID(0, 0);
  private static final MessageFacts FACTS = EmailDeliveryTests.facts("Dr. Julio Casares");

  private final TestDatabase database = TestDatabase.get();
  private final ClinicId clinic = new Fixtures(database).aClinic().id();
  private final ScriptedSmtp server;
  private final MessagingFixture post;
  private final JavaMailSender bare;
  private final EmailMessage words;
  private final PreparedMessage parcel;

  /** Starts server, database and the messaging module. */
  public SendingStand() {
    try {
      server = new ScriptedSmtp();
      post = new MessagingFixture(Files.createTempDirectory("bench"), sender(server.port()));
      bare = post.part(JavaMailSender.class);
      words = post.part(EmailMessageFactory.class).get(FACTS);
      parcel =
          database
              .clinic()
              .during(clinic, () -> post.emails().prepare(new ExternalId(NAME, NOBODY), TO, FACTS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole way: intent, lock, words, attempt, hand-over, outcome and its audit entry. */
  public Object wholeWay() {
    var key = new MessageKey(UUID.randomUUID(), 1, Channel.EMAIL, MessageKind.INVITATION, 0);
    return database.clinic().during(clinic, () -> post.messenger().send(key, TO, FACTS));
  }

  /** A bare client that composes and sends the same mail, whose words it has at hand. */
  public void bare() {
    bare.send(
        message -> {
          var mail = new MimeMessageHelper(message, true, "UTF-8");
          mail.setFrom("no-reply@portal.example", "Lindenhof Clinic");
          mail.setTo(TO.value());
          mail.setSubject(words.subject());
          mail.setText(words.text(), words.html());
        });
  }

  /** No more than composing and handing over the mail Vestibule sends. */
  public String handedOver() {
    return parcel.hand();
  }

  private static JavaMailSenderImpl sender(int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    return sender;
  }

  @Override
  public void close() throws IOException {
    post.close();
    server.close();
  }
}
