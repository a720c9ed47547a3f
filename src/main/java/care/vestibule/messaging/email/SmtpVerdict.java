package care.vestibule.messaging.email;

import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.messaging.delivery.Undeliverable;
import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Reads out of a failure whether the recipient or only the moment was wrong (RFC 5321, 4.2.1).
 *
 * <p>A 5xx is final if it answered the recipient's address or the message itself. What answered the
 * log-in or the sender is our own configuration, and waits for somebody to mend it.
 */
final class SmtpVerdict {

  /** "Authentication required" comes as an answer to a recipient, but is not about one. */
  private static final Set<Integer> OURS = Set.of(530, 534, 535, 538);

  private SmtpVerdict() {}

  static RuntimeException of(MailException failure) {
    int anyCode = 0;
    for (var cause : causes(failure)) {
      int code = code(cause);
      if (code >= 500 && !OURS.contains(code) && isAboutThisMessage(cause)) {
        return new Undeliverable(Delivery.Reason.REJECTED, "SMTP_" + code);
      }
      // A server that hung up has the code -1.
      anyCode = code <= 0 ? anyCode : code;
    }
    return new NotSentYet(anyCode == 0 ? "SMTP_UNREACHABLE" : "SMTP_" + anyCode);
  }

  private static int code(Throwable cause) {
    return switch (cause) {
      case SMTPAddressFailedException recipient -> recipient.getReturnCode();
      case SMTPSendFailedException other -> other.getReturnCode();
      default -> 0;
    };
  }

  private static boolean isAboutThisMessage(Throwable cause) {
    return cause instanceof SMTPAddressFailedException
        || (cause instanceof SMTPSendFailedException other
            && !String.valueOf(other.getCommand()).startsWith("MAIL"));
  }

  /**
   * The failure and everything it was caused by, in Spring's ways of saying so and in Jakarta's.
   */
  private static Set<Throwable> causes(MailException failure) {
    var found = new LinkedHashSet<Throwable>();
    var open = new ArrayDeque<Throwable>();
    open.add(failure);
    while (!open.isEmpty()) {
      var next = open.poll();
      if (found.add(next)) {
        add(open, next.getCause());
        if (next instanceof MessagingException jakarta) {
          add(open, jakarta.getNextException());
        }
        if (next instanceof MailSendException spring) {
          open.addAll(spring.getFailedMessages().values());
        }
      }
    }
    return found;
  }

  private static void add(ArrayDeque<Throwable> open, @Nullable Throwable cause) {
    if (cause != null) {
      open.add(cause);
    }
  }
}
