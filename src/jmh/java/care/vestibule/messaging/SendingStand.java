package care.vestibule.messaging;

import care.vestibule.directory.Contact;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that takes everything, and two ways to send to it over the same connections. */
public final class SendingStand implements AutoCloseable {

  private static final Contact TO =
      new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, "francisco@patient.example", true);

  private final TestDatabase database = TestDatabase.get();
  private final ClinicId clinic = new Fixtures(database).aClinic().id();
  private final ScriptedSmtp server;
  private final PostOffice post;
  private final JavaMailSender bare;

  /** Starts server, database and the messaging room. */
  public SendingStand() {
    try {
      server = new ScriptedSmtp();
      post = new PostOffice(Files.createTempDirectory("bench"), sender(server.port()));
      bare = post.part(JavaMailSender.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole way: intent, lock, words, attempt, hand-over, outcome and its audit entry. */
  public Object wholeWay() {
    var key = new MessageKey(UUID.randomUUID(), 1, Channel.EMAIL, MessageKind.INVITATION, 0);
    var facts = EmailDeliveryTests.facts("Dr. Julio Casares");
    return database.clinic().during(clinic, () -> post.messenger().send(key, TO, facts));
  }

  /** A bare client with a message of about the same size. */
  public void bare() {
    var message = new SimpleMailMessage();
    message.setFrom("no-reply@portal.example");
    message.setTo(TO.value());
    message.setSubject("Ihre Einladung zu Lindenhof Online");
    message.setText("x".repeat(4000));
    bare.send(message);
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
