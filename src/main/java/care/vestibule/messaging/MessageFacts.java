package care.vestibule.messaging;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * All a message may say. Names are made harmless here, so that every factory may print them.
 *
 * @param kind what the message is for
 * @param locale the recipient's language
 * @param recipientGivenName how the recipient is greeted; may be empty
 * @param senderName the doctor who asks, such as {@code Dr. Julio Casares}
 * @param clinicName the doctor's clinic
 * @param solutionName what the patients' site is called
 * @param link where to go, with the secret part after the {@code #}
 * @param validity how long the link or the code lives
 * @param code six digits, sent by another channel than the link
 * @param onBehalfOf the given name of the patient the recipient stands in for; may be empty
 */
public record MessageFacts(
    MessageKind kind,
    Locale locale,
    String recipientGivenName,
    String senderName,
    String clinicName,
    String solutionName,
    Optional<String> link,
    Optional<Duration> validity,
    Optional<String> code,
    Optional<String> onBehalfOf) {

  /** Makes the names harmless and refuses links and codes that are none. */
  public MessageFacts {
    recipientGivenName = HarmlessName.of(recipientGivenName);
    senderName = HarmlessName.of(senderName);
    clinicName = HarmlessName.of(clinicName);
    solutionName = HarmlessName.of(solutionName);
    onBehalfOf = onBehalfOf.map(HarmlessName::of);
    if (link.filter(url -> !url.matches("https?://[!-~]+")).isPresent()) {
      throw new IllegalArgumentException("Not a link");
    }
    if (code.filter(digits -> !digits.matches("[0-9]{6}")).isPresent()) {
      throw new IllegalArgumentException("Not a code");
    }
  }

  /** Facts for a recipient who is concerned in person. */
  public MessageFacts(
      MessageKind kind,
      Locale locale,
      String recipientGivenName,
      String senderName,
      String clinicName,
      String solutionName,
      Optional<String> link,
      Optional<Duration> validity,
      Optional<String> code) {
    this(
        kind,
        locale,
        recipientGivenName,
        senderName,
        clinicName,
        solutionName,
        link,
        validity,
        code,
        Optional.empty());
  }

  /** Never the facts themselves: they are personal, and the link is secret. */
  @Override
  public String toString() {
    return "MessageFacts[" + kind + "]";
  }
}
