package care.vestibule.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import care.vestibule.local.LocalPorts;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

class MailboxTests {

  private static final String LINK = "http://localhost:8080/i#v1.a.b.c";

  @TempDir private Path directory;
  private final int port = LocalPorts.free().smtp();
  private Mailbox mailbox;

  @BeforeEach
  void open() {
    mailbox = Mailbox.open(directory, port, InstantSource.system());
  }

  @AfterEach
  void close() {
    mailbox.close();
  }

  @Test
  void anEmailIsOnDiskWhenItsSenderIsToldSoAndIsThereAfterARestart() throws Exception {
    send("julia@example.org", "Grüße", "Öffnen: " + LINK, "<p>Öffnen: " + LINK + "</p>");
    mailbox.close();
    mailbox = Mailbox.open(directory, port, InstantSource.system());

    var mail = mailbox.to("Julia@example.org").getFirst();
    assertThat(mail.subject()).isEqualTo("Grüße");
    assertThat(mail.from()).isEqualTo("clinic@example.org");
    assertThat(mail.links()).containsExactly(LINK);
    assertThat(mail.html()).hasValueSatisfying(html -> assertThat(html).contains("Öffnen"));
    assertThat(mail.messageId()).startsWith("<").endsWith(">");
  }

  @Test
  void theNewestComesFirstAndOthersMailIsNotMixedIn() throws Exception {
    send("a@example.org", "one", "1", "1");
    send("b@example.org", "two", "2", "2");
    send("a@example.org", "three", "3", "3");

    assertThat(mailbox.to("a@example.org"))
        .extracting(ReceivedMail::subject)
        .containsExactly("three", "one");
    assertThat(mailbox.all()).hasSize(3);
  }

  @Test
  void aClosedMailboxTakesNothingUntilItListensAgain() throws Exception {
    mailbox.close();
    assertThatExceptionOfType(MailSendException.class)
        .isThrownBy(() -> send("a@example.org", "lost", "1", "1"));

    mailbox.startAgain();
    send("a@example.org", "taken", "1", "1");
    assertThat(mailbox.all()).extracting(ReceivedMail::subject).containsExactly("taken");
  }

  private void send(String to, String subject, String text, String html) throws Exception {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    var mail = sender.createMimeMessage();
    var helper = new MimeMessageHelper(mail, true, "UTF-8");
    helper.setFrom("clinic@example.org");
    helper.setTo(to);
    helper.setSubject(subject);
    helper.setText(text, html);
    sender.send(mail);
  }
}
