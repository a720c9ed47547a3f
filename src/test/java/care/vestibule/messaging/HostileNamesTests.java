package care.vestibule.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.Contact;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario C2: whatever a name is made of, it is a name. */
class HostileNamesTests {

  private static final List<String> PIECES =
      List.of(
          "\r\nBcc: thief@evil.example",
          "\nX-Evil: 1",
          "\rSubject: Pay here",
          "\r\n\r\n<h1>Pay here</h1>",
          "\r\n.\r\nMAIL FROM:<thief@evil.example>",
          "\u0000",
          "\u0007",
          "\u001b[31m",
          "\u202E",
          "\u2066",
          "\u2028",
          "\u200B",
          "\uD800",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "</p><a href=//evil.example>here</a>",
          "<!--",
          "]]>",
          "&lt;b&gt;",
          "{0} {9} {0,choice,0#x}",
          "'{1}'",
          "${T(java.lang.Runtime).getRuntime().exec('id')}",
          "[[${7*7}]] [(${7*7})]",
          "__${7*7}__",
          "#{mail.code}",
          "=?utf-8?B?QmNjOiB0aGllZkBldmlsLmV4YW1wbGU=?=",
          "%0d%0aBcc:thief@evil.example",
          "<thief@evil.example>,",
          "(comment)\\\"",
          "https://evil.example/login",
          "javascript:alert(1)",
          "x".repeat(200),
          "\uD83D\uDE00",
          "Groß, Ünal; O'Neil");

  private static final Set<String> HEADERS =
      Set.of(
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

  private final TestDatabase database = TestDatabase.get();
  private final ClinicId clinic = new Fixtures(database).aClinic().id();
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final MessagingFixture post;
  private final Random random = new Random(4);

  HostileNamesTests(@TempDir Path directory) {
    server.start();
    post = new MessagingFixture(directory, server.getSmtp().getPort());
  }

  @AfterEach
  void close() {
    post.close();
    server.stop();
  }

  @Test
  void fiveHundredHostileNamesAddNoHeaderNoRecipientAndNoMarkup() throws Exception {
    send("Dr. X");
    var names = Stream.generate(this::aName).limit(500).toList();
    names.forEach(this::send);

    var received = server.getReceivedMessages();
    assertThat(received).hasSize(501);
    var tags = tagsOf(received[0]);
    for (int number = 1; number <= 500; number++) {
      var mail = received[number];
      var name = names.get(number - 1);
      assertThat(headersOf(mail)).as(name).isEqualTo(new TreeSet<>(HEADERS));
      assertThat(mail.getAllRecipients()).as(name).hasSize(1);
      assertThat(mail.getAllRecipients()[0]).hasToString("francisco@patient.example");
      assertThat(((InternetAddress) mail.getFrom()[0]).getAddress())
          .isEqualTo("no-reply@portal.example");
      assertThat(tagsOf(mail)).as(name).isEqualTo(tags);
      for (int part = 0; part < 2; part++) {
        assertThat(partOf(mail, part))
            .as(name)
            .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\r\\n\\t]]")
            .doesNotContain("://evil")
            .doesNotContain("49 ");
      }
    }
  }

  private String aName() {
    return random
        .ints(1 + random.nextInt(4), 0, PIECES.size())
        .mapToObj(PIECES::get)
        .collect(Collectors.joining(random.nextBoolean() ? " " : "", "Dr. ", " X"));
  }

  private void send(String name) {
    var key = new MessageKey(UUID.randomUUID(), 1, Channel.EMAIL, MessageKind.INVITATION, 0);
    var to = new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, "francisco@patient.example", true);
    var facts =
        new MessageFacts(
            MessageKind.INVITATION,
            Locale.GERMAN,
            name,
            name,
            name,
            name,
            Optional.of("https://portal.example/i#v1.a.b.c"),
            Optional.of(Duration.ofHours(1)),
            Optional.empty());
    var delivery = database.clinic().during(clinic, () -> post.messenger().send(key, to, facts));
    assertThat(delivery).as(name).isInstanceOf(Delivery.Sent.class);
  }

  private static Set<String> headersOf(MimeMessage mail) throws Exception {
    return Collections.list(mail.getAllHeaders()).stream()
        .map(Header::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String tagsOf(MimeMessage mail) throws Exception {
    return partOf(mail, 1).replaceAll(">[^<]*<", "><");
  }

  private static String partOf(MimeMessage mail, int part) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(part).getContent().toString();
  }
}
