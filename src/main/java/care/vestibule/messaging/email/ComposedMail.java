package care.vestibule.messaging.email;

import care.vestibule.messaging.EmailMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.eclipse.angus.mail.util.QPEncoderStream;
import org.jspecify.annotations.Nullable;

/**
 * A mail whose two parts are encoded when it is made: the plain one first (RFC 2046, section
 * 5.1.4).
 *
 * <p>The library would look for its stream classes anew for each part and each time it writes one,
 * which takes longer than all the rest.
 */
final class ComposedMail extends MimeMessage {

  private static final String CRLF = "\r\n";

  private final byte[] body;

  /**
   * A mail of these words, without any other header.
   *
   * @param name letters and digits, the same at every attempt
   */
  ComposedMail(EmailMessage words, String name) throws MessagingException {
    super((Session) null);
    // Quoted-printable text holds no "=_" (RFC 2045, section 6.7), so no part holds the boundary.
    var boundary = "=_" + name;
    body = body(words, boundary);
    setHeader("MIME-Version", "1.0");
    setHeader("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
    modified = false;
    saved = true;
  }

  /** Nothing is left to be worked out. */
  @Override
  public void saveChanges() {}

  @Override
  public void writeTo(OutputStream stream, String @Nullable [] without)
      throws IOException, MessagingException {
    var head = new StringBuilder();
    for (var line : Collections.list(getNonMatchingHeaderLines(without))) {
      head.append(line).append(CRLF);
    }
    stream.write(head.append(CRLF).toString().getBytes(StandardCharsets.US_ASCII));
    stream.write(body);
    stream.flush();
  }

  private static byte[] body(EmailMessage words, String boundary) {
    var all = new ByteArrayOutputStream(words.text().length() + words.html().length() * 5 / 4);
    try {
      part(all, boundary, "plain", words.text());
      part(all, boundary, "html", words.html());
      all.write(ascii("--" + boundary + "--" + CRLF));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return all.toByteArray();
  }

  private static void part(OutputStream all, String boundary, String subtype, String text)
      throws IOException {
    all.write(
        ascii(
            "--%s%sContent-Type: text/%s; charset=UTF-8%sContent-Transfer-Encoding: quoted-printable%s%s"
                .formatted(boundary, CRLF, subtype, CRLF, CRLF, CRLF)));
    var encoder = new QPEncoderStream(all);
    encoder.write(text.getBytes(StandardCharsets.UTF_8));
    encoder.flush();
    all.write(ascii(CRLF));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
