package care.vestibule.messaging.email;

import care.vestibule.messaging.EmailMessage;
import care.vestibule.messaging.delivery.MessageHash;
import care.vestibule.messaging.delivery.PreparedMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** An e-mail with a plain-text and an HTML part. */
record PreparedEmail(
    JavaMailSender server, EmailHeaders envelope, EmailMessage words, MessageHash digest)
    implements PreparedMessage {

  @Override
  public String hand() {
    try {
      server.send(message());
      return "SMTP_250";
    } catch (MailException e) {
      throw SmtpVerdict.of(e);
    }
  }

  private MimeMessage message() {
    try {
      return fill(new ComposedMail(words, envelope.name()));
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException(e.getClass().getName());
    }
  }

  private MimeMessage fill(MimeMessage message)
      throws MessagingException, UnsupportedEncodingException {
    var utf8 = StandardCharsets.UTF_8.name();
    message.setFrom(new InternetAddress(envelope.senderAddress(), envelope.senderName(), utf8));
    message.setRecipient(jakarta.mail.Message.RecipientType.TO, envelope.to());
    if (envelope.replyTo().isPresent()) {
      message.setReplyTo(new InternetAddress[] {new InternetAddress(envelope.replyTo().get())});
    }
    message.setSubject(words.subject(), utf8);
    message.setSentDate(Date.from(envelope.date()));
    message.setHeader("Message-ID", "<" + envelope.messageId() + ">");
    message.setHeader("Content-Language", envelope.locale().toLanguageTag());
    // Keeps holiday notices away (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  @Override
  public String toString() {
    return "PreparedEmail[" + envelope.messageId() + "]";
  }
}
