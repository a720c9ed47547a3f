package care.vestibule.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.BreakableMailSender.Moment;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class EmailDeliveryTests {

  private static final String LINK = "https://portal.example/i#v1.a.b.c";

  private final TestDatabase database = TestDatabase.get();
  private final Fixtures fixtures = new Fixtures(database);
  private final ClinicId clinic = fixtures.aClinic().id();
  private final MessageKey key = key(0);
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final MessagingFixture post;

  EmailDeliveryTests(@TempDir Path directory) {
    server.start();
    post = new MessagingFixture(directory, server.getSmtp().getPort());
  }

  @BeforeEach
  void theMailboxIsEmpty() {
    assertThat(received()).isEmpty();
  }

  @AfterEach
  void close() {
    post.close();
    server.stop();
  }

  @Test
  void aJobDeliveredTwiceSendsOneMessage() {
    var first = send(key);
    var second = send(key);

    assertThat(received()).hasSize(1);
    assertThat(first).isInstanceOf(Delivery.Sent.class).isEqualTo(second);
  }

  @Test
  void aJobDeliveredManyTimesAtOnceSendsOneMessage() throws Exception {
    Callable<Object> job =
        () -> Optional.<Object>ofNullable(catchThrowable(() -> send(key))).orElse("sent");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = threads.invokeAll(Collections.nCopies(16, job));
      for (var result : results) {
        assertThat(result.get()).isIn("sent", result.get() instanceof NotSentYet e ? e : "sent");
      }
    }
    assertThat(received()).hasSize(1);
  }

  @Test
  void otherKeysAreOtherMessages() {
    send(key);
    send(key(1));
    var elsewhere = fixtures.aClinic().id();
    database.clinic().during(elsewhere, () -> post.messenger().send(key, to(), facts("Dr. X")));

    assertThat(IntStream.of(0, 1, 2).mapToObj(i -> messageId(received().get(i))).distinct())
        .hasSize(3);
  }

  @Test
  void killedBeforeItWasHandedOverItIsSentAfterTheRestart() {
    post.mail().killedNext(Moment.BEFORE_HANDING_OVER);
    assertThatThrownBy(() -> send(key)).isInstanceOf(BreakableMailSender.Killed.class);
    assertThat(received()).isEmpty();

    assertThat(send(key)).isInstanceOf(Delivery.Sent.class);

    assertThat(received()).hasSize(1);
  }

  @Test
  void killedAfterItWasHandedOverTheCopyIsTheSameMessageToAMailProgram() {
    post.mail().killedNext(Moment.AFTER_HANDING_OVER);
    assertThatThrownBy(() -> send(key)).isInstanceOf(BreakableMailSender.Killed.class);

    send(key);
    send(key);

    assertThat(received()).hasSize(2);
    assertThat(messageId(received().get(0))).isEqualTo(messageId(received().get(1)));
    assertThat(messageId(received().get(0))).matches("<[0-9a-f]{32}@portal\\.example>");
  }

  @Test
  void whileTheServerIsDownNothingIsLostAndOneMessageComesWhenItIsBack() {
    server.stop();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> send(key))
          .isInstanceOf(NotSentYet.class)
          .hasMessage("SMTP_UNREACHABLE")
          .hasNoCause();
    }
    server.start();
    post.mail().setPort(server.getSmtp().getPort());

    send(key);
    send(key);

    assertThat(received()).hasSize(1);
  }

  @Test
  void itIsRefusedInsideATransactionWhichCouldForgetWhatWasSent() {
    assertThatThrownBy(() -> fixtures.in(clinic, () -> send(key)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(received()).isEmpty();
  }

  @Test
  void whatIsNoAddressIsRefusedForGoodAndNothingIsSent() {
    for (var address :
        List.of(
            "a@b..example",
            "<a@b.example>",
            "a,b@c.example",
            "a\u202E@b.example",
            "a%b@c.example",
            "ä@b.example",
            "a@[127.0.0.1]")) {
      var contact = new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, address, true);
      var delivery = send(key(address.hashCode() & 0xffff), contact, facts("Dr. X"));
      assertThat(delivery)
          .as(address)
          .isEqualTo(new Delivery.Refused(Delivery.Reason.ADDRESS_INVALID));
    }
    assertThat(received()).isEmpty();
  }

  @Test
  void aHostileNameAddsNoHeaderAndNoRecipient() throws Exception {
    send(key, to(), facts("Dr.\r\nBcc: thief@evil.example\r\nX-Evil: 1\r\n\r\n<b>Pay</b>"));

    var mail = received().getFirst();
    assertThat(Collections.list(mail.getAllHeaders()).stream().map(Header::getName))
        .containsExactlyInAnyOrder(
            "Return-Path",
            "Received",
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Content-Language",
            "Auto-Submitted");
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getFrom()[0]).hasToString("Lindenhof Clinic <no-reply@portal.example>");
    assertThat(mail.getSubject()).isEqualTo("Ihre Einladung zu Lindenhof Online");
  }

  @Test
  void theMessageHasAPlainPartFirstAndAnHtmlPartBothInUtf8() throws Exception {
    send(key, to(), facts("Dr. Jürgen Groß"));

    var parts = (MimeMultipart) received().getFirst().getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContentType())
        .isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(parts.getBodyPart(1).getContentType())
        .isEqualToIgnoringCase("text/html; charset=UTF-8");
    for (int i = 0; i < 2; i++) {
      assertThat(parts.getBodyPart(i).getContent().toString())
          .contains("Dr. Jürgen Groß", LINK, "eine Stunde", "Lindenhof Online");
    }
  }

  @Test
  void aFactoryOfTheClinicsOwnWordsEveryEmailInThePlaceOfTheBuiltInOne(@TempDir Path elsewhere)
      throws Exception {
    EmailMessageFactory own =
        facts -> new EmailMessage("Own subject", "own " + facts.kind(), "<p>own</p>");
    try (var other =
        new MessagingFixture(elsewhere, server.getSmtp().getPort(), Optional.of(own))) {
      database.clinic().during(clinic, () -> other.messenger().send(key, to(), facts("Dr. X")));
    }

    var mail = received().getFirst();
    assertThat(mail.getSubject()).isEqualTo("Own subject");
    assertThat(((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString())
        .isEqualTo("own INVITATION");
  }

  @Test
  void whatWasTriedIsRecordedWithoutAddressOrWords() {
    post.mail().killedNext(Moment.BEFORE_HANDING_OVER);
    assertThatThrownBy(() -> send(key)).isInstanceOf(BreakableMailSender.Killed.class);
    send(key);

    var attempts =
        fixtures.in(
            clinic,
            () ->
                database
                    .jdbc()
                    .sql(
                        """
                        select coalesce(o.result, 'OPEN') from message m
                        join message_attempt a on a.message_id = m.id
                        left join message_outcome o on o.attempt_id = a.id
                        where m.subject = :subject order by a.started_at
                        """)
                    .param("subject", key.subject())
                    .query(String.class)
                    .list());
    assertThat(attempts).containsExactly("OPEN", "SENT");
  }

  private Delivery send(MessageKey key) {
    return send(key, to(), facts("Dr. Julio Casares"));
  }

  private Delivery send(MessageKey key, Contact to, MessageFacts facts) {
    return database.clinic().during(clinic, () -> post.messenger().send(key, to, facts));
  }

  private List<MimeMessage> received() {
    return List.of(server.getReceivedMessages());
  }

  private static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Contact to() {
    return new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, "francisco@patient.example", true);
  }

  private static MessageKey key(int sequence) {
    return new MessageKey(UUID.randomUUID(), 1, Channel.EMAIL, MessageKind.INVITATION, sequence);
  }

  public static MessageFacts facts(String sender) {
    return new MessageFacts(
        MessageKind.INVITATION,
        Locale.GERMAN,
        "Francisco",
        sender,
        "Lindenhof Clinic",
        "Lindenhof Online",
        Optional.of(LINK),
        Optional.of(Duration.ofHours(1)),
        Optional.empty());
  }
}
