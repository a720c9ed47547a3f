package care.vestibule.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.messaging.EmailMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ComposedMailTests {

  private static final String HARD =
      """
      Grüße, Ελλάδα, Łódź, \uD83D\uDE00 = 1 =_ab
      .a dot in front
      --=_ab
      --=_ab--
      a blank at the end\s
      %s
      """
          .formatted("long ".repeat(300));

  @Test
  void whatTheLibraryReadsOutOfItIsWhatWasPutIn() throws Exception {
    var words = new EmailMessage("Betreff", HARD, "<p>" + HARD + "</p>");

    var parts = (MimeMultipart) read(written(new ComposedMail(words, "ab"))).getContent();

    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(lines(parts.getBodyPart(0).getContent())).isEqualTo(HARD);
    assertThat(lines(parts.getBodyPart(1).getContent())).isEqualTo("<p>" + HARD + "</p>");
  }

  @Test
  void itIsAsciiInShortLinesThatEndAsMailWantsThem() throws Exception {
    var mail = new ComposedMail(new EmailMessage("Betreff", HARD, HARD), "ab");
    mail.setSubject("Grüße", "UTF-8");

    var written = new String(written(mail), StandardCharsets.ISO_8859_1);

    assertThat(written.chars()).allMatch(c -> c < 128);
    assertThat(written.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(written.lines()).allMatch(line -> line.length() <= 78);
  }

  @Test
  void aHeaderThatIsSetLaterIsInIt() throws Exception {
    var mail = new ComposedMail(new EmailMessage("Betreff", "a", "b"), "ab");
    mail.setHeader("Message-ID", "<1@a.example>");
    mail.saveChanges();

    assertThat(read(written(mail)).getMessageID()).isEqualTo("<1@a.example>");
  }

  private static byte[] written(MimeMessage mail) throws IOException, MessagingException {
    var bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toByteArray();
  }

  private static MimeMessage read(byte[] bytes) throws MessagingException {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }

  private static String lines(Object content) {
    return content.toString().replace("\r\n", "\n");
  }
}
