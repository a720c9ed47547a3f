package care.vestibule.messaging;

import java.text.Normalizer;

/** Takes from a name what could steer a header, a line or the direction of reading. */
final class HarmlessName {

  /** Longer names are cut: nobody's message is to be longer than its purpose. */
  private static final int LONGEST = 80;

  private HarmlessName() {}

  /** The name on one line, NFC, without control, format or private characters, at most 80 long. */
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
