package care.vestibule.messaging.email;

import care.vestibule.messaging.Digest;
import care.vestibule.messaging.EmailMessage;
import care.vestibule.messaging.Parcel;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** An e-mail with a plain-text and an HTML part, the plain one first (RFC 2046, section 5.1.4). */
record EmailParcel(JavaMailSender server, Envelope envelope, EmailMessage words, Digest digest)
    implements Parcel {

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
      return fill(server.createMimeMessage());
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
    var alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(part(words.text(), "plain"));
    alternatives.addBodyPart(part(words.html(), "html"));
    message.setContent(alternatives);
    return message;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), subtype);
    return part;
  }

  @Override
  public String toString() {
    return "EmailParcel[" + envelope.messageId() + "]";
  }
}
