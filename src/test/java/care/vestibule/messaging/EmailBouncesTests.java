package care.vestibule.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.delivery.EmailBounces;
import care.vestibule.messaging.delivery.MessageHistory;
import care.vestibule.messaging.delivery.SentMessage.Fate;
import care.vestibule.messaging.email.ManualBounceReader;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailBouncesTests {

  private final TestDatabase database = TestDatabase.get();
  private final ClinicId clinic = new Fixtures(database).aClinic().id();
  private final MessageKey key =
      new MessageKey(UUID.randomUUID(), 1, Channel.EMAIL, MessageKind.INVITATION, 0);
  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")
          });
  private final MessagingFixture post;

  EmailBouncesTests(@TempDir Path directory) {
    server.start();
    server.setUser("no-reply@portal.example", "bounces", "secret");
    post = new MessagingFixture(directory, server.getSmtp().getPort());
  }

  @AfterEach
  void close() {
    post.close();
    server.stop();
  }

  @Test
  void aMailThatBouncesLaterCameBack() {
    var id = sent();
    assertThat(fate()).isEqualTo(Fate.SENT);

    bounces(id, "failed", "5.1.1");
    read();
    read();

    assertThat(fate()).isEqualTo(Fate.CAME_BACK);
  }

  @ParameterizedTest
  @CsvSource({"delayed, 4.4.1", "delivered, 2.0.0", "failed, 4.2.2", "relayed, 5.1.1"})
  void aMailThatIsLateOrArrivedDidNotComeBack(String action, String status) {
    bounces(sent(), action, status);
    read();

    assertThat(fate()).isEqualTo(Fate.SENT);
  }

  @Test
  void aNoticeAboutNobodysMailAndAnOrdinaryAnswerChangeNothing() {
    sent();
    bounces("<" + "0".repeat(32) + "@portal.example>", "failed", "5.1.1");
    deliver("Subject: Thank you\r\nContent-Type: text/plain\r\n\r\nAction: failed\r\n");
    deliver("Subject: ?\r\nContent-Type: multipart/report; boundary=x\r\n\r\n--x--\r\n");
    read();

    assertThat(fate()).isEqualTo(Fate.SENT);
  }

  private String sent() {
    var to = new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, "francisco@patient.example", true);
    database
        .clinic()
        .during(clinic, () -> post.messenger().send(key, to, EmailDeliveryTests.facts("Dr. X")));
    try {
      return server.getReceivedMessagesForDomain("patient.example")[0].getMessageID();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void bounces(String messageId, String action, String status) {
    deliver(
        """
        From: Mail Delivery Subsystem <mailer-daemon@relay.example>
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="x"

        --x
        Content-Type: text/plain

        I am sorry.

        --x
        Content-Type: message/delivery-status

        Reporting-MTA: dns; relay.example

        Final-Recipient: rfc822; francisco@patient.example
        Action: %s
        Status: %s

        --x
        Content-Type: text/rfc822-headers

        From: no-reply@portal.example
        Message-ID: %s
        Subject: Ihre Einladung

        --x--
        """
            .formatted(action, status, messageId)
            .replace("\n", "\r\n"));
  }

  private void deliver(String mail) {
    try {
      var bytes = new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII));
      var user = server.getUserManager().getUser("bounces");
      user.deliver(new MimeMessage(Session.getInstance(new Properties()), bytes));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    ManualBounceReader.of(
            server.getImap().getPort(), "bounces", "secret", post.part(EmailBounces.class))
        .run();
  }

  private Fate fate() {
    return database
        .clinic()
        .during(
            clinic,
            () ->
                new Fixtures(database)
                    .in(
                        clinic,
                        () ->
                            post.part(MessageHistory.class)
                                .of(List.of(key.subject()))
                                .getFirst()
                                .fate()));
  }
}
