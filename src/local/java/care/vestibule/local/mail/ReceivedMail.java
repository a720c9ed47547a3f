package care.vestibule.local.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An e-mail as it arrived.
 *
 * @param id the name of its file without {@code .eml}
 * @param receivedAt when the mailbox took it
 * @param to the recipient of the envelope
 * @param from the sender as the header shows it
 * @param subject decoded
 * @param messageId the header of that name, with its angle brackets
 * @param text the plain-text part, empty if there is none
 * @param html the HTML part
 */
public record ReceivedMail(
    String id,
    Instant receivedAt,
    String to,
    String from,
    String subject,
    String messageId,
    String text,
    Optional<String> html) {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

  /** The addresses in the plain-text part, in their order. */
  public List<String> links() {
    return LINK.matcher(text).results().map(MatchResult::group).toList();
  }
}
