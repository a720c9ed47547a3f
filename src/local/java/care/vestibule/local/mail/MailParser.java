package care.vestibule.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads stored e-mails (RFC 5322 and MIME) back. */
final class MailParser {

  private static final Session NO_SESSION = Session.getInstance(new Properties());

  private MailParser() {}

  static ReceivedMail parse(Path file) {
    var id = file.getFileName().toString().replace(".eml", "");
    try (var in = Files.newInputStream(file)) {
      var mail = new MimeMessage(NO_SESSION, in);
      return new ReceivedMail(
          id,
          Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-')))),
          header(mail, Mailbox.RECIPIENT),
          mail.getFrom() == null ? "" : String.valueOf(mail.getFrom()[0]),
          text(mail.getSubject()),
          header(mail, "Message-ID"),
          part(mail, "text/plain").orElse(""),
          part(mail, "text/html"));
    } catch (MessagingException e) {
      throw new IllegalStateException("Not an e-mail: " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(MimeMessage mail, String name) throws MessagingException {
    return text(mail.getHeader(name, null));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Optional<String> part(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return Optional.of(String.valueOf(part.getContent()));
    }
    if (part.getContent() instanceof Multipart parts) {
      for (var i = 0; i < parts.getCount(); i++) {
        var found = part(parts.getBodyPart(i), type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
