package care.vestibule.messaging;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who messages come from.
 *
 * @param senderAddress the address e-mails are sent from; its domain also names them
 * @param senderName the name beside it; the clinic's if there is none
 * @param concurrency how many messages are handed over at a time; each keeps a database connection,
 *     so it has to stay below half of the pool's
 * @param emailsPerMinute the most e-mails an agent hands over a minute for one clinic, evenly; no
 *     limit if there is none
 * @param texts a directory with what clinics say in their own words: {@code <clinic id>/} with
 *     {@code mail.properties}, {@code mail_de.properties}, {@code sms.properties} and so on, and
 *     {@code sender.properties}; read once, at the start
 * @param letters a directory on the agent's machine into which letters are laid to be printed
 */
@ConfigurationProperties("vestibule.messaging")
public record MessagingProperties(
    @DefaultValue("no-reply@localhost") String senderAddress,
    Optional<String> senderName,
    @DefaultValue("4") int concurrency,
    Optional<Integer> emailsPerMinute,
    Optional<String> texts,
    Optional<String> letters) {

  /** Refuses a sender without a domain. */
  public MessagingProperties {
    if (!senderAddress.matches("[^\\s@]+@[^\\s@]+") || concurrency < 1) {
      throw new IllegalArgumentException("vestibule.messaging needs a sender address");
    }
    if (emailsPerMinute.filter(limit -> limit < 1).isPresent()) {
      throw new IllegalArgumentException(
          "vestibule.messaging.emails-per-minute has to be positive");
    }
  }

  /** The part behind the {@code @}. */
  public String senderDomain() {
    return senderAddress.substring(senderAddress.indexOf('@') + 1);
  }
}
