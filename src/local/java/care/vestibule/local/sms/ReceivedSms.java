package care.vestibule.local.sms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text message as it was handed over.
 *
 * @param sid Twilio's identifier, {@code SM} and 32 hexadecimal digits
 * @param from E.164 number, sender name or messaging service
 * @param to E.164 number
 * @param body the text
 * @param statusCallback where the sender wants to hear what became of it
 * @param createdAt when it was taken
 */
public record ReceivedSms(
    String sid,
    String from,
    String to,
    String body,
    Optional<String> statusCallback,
    Instant createdAt) {

  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  /** The addresses in the text, in their order. */
  public List<String> links() {
    return LINK.matcher(body).results().map(MatchResult::group).toList();
  }
}
