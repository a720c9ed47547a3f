package care.vestibule.messaging;

import java.text.Normalizer;
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

  /** Takes from a name what could steer a header, a line or the direction of reading. */
  static final class HarmlessName {

    /** Longer names are cut: nobody's message is to be longer than its purpose. */
    private static final int LONGEST = 80;

    private HarmlessName() {}

    /**
     * The name on one line, NFC, without control, format or private characters, at most 80 long.
     */
    static String of(String name) {
      // Cf holds the bidirectional overrides and the invisible characters, Zl and Zp break lines.
      var oneLine =
          Normalizer.normalize(name, Normalizer.Form.NFC)
              .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ")
              .replaceAll("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "")
              // Mail programs make links of addresses in a text; a name is not to be one.
              .replace("://", " ")
              .strip();
      if (oneLine.codePointCount(0, oneLine.length()) <= LONGEST) {
        return oneLine;
      }
      return oneLine.substring(0, oneLine.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
  }
}
