package care.vestibule.messaging.email;

import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands around an e-mail's words.
 *
 * @param messageId without the angle brackets; the same at every attempt, so that the copy sent
 *     after a crash is the same message to a mail program (RFC 5322, section 3.6.4)
 */
record EmailHeaders(
    InternetAddress to,
    String senderAddress,
    String senderName,
    Optional<String> replyTo,
    String messageId,
    Locale locale,
    Instant date) {

  /** What stands before the {@code @} of the Message-ID. */
  String name() {
    return messageId.substring(0, messageId.indexOf('@'));
  }
}
