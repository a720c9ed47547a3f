package care.vestibule.messaging.texts;

import java.text.Normalizer;

/**
 * The default alphabet of text messages (3GPP TS 23.038, section 6.2.1): 160 characters a segment,
 * where one character outside of it leaves only 70.
 */
final class Gsm7 {

  /** What fits into one segment, in septets. */
  static final int SEGMENT = 160;

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each of these takes two septets. */
  private static final String EXTENSION = "^{}\\[~]|€";

  private Gsm7() {}

  static boolean fits(String text) {
    return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
  }

  /** The length of a text that {@link #fits}. */
  static int septets(String text) {
    return text.length() + (int) text.chars().filter(c -> EXTENSION.indexOf(c) >= 0).count();
  }

  /** The text in this alphabet if it loses no more than accents by it, else as it was. */
  static String simplify(String text) {
    var simple = new StringBuilder();
    text.codePoints().forEach(c -> simple.append(simplify(c)));
    return fits(simple.toString()) ? simple.toString() : text;
  }

  private static String simplify(int codePoint) {
    var text = Character.toString(codePoint);
    if (fits(text)) {
      return text;
    }
    return switch (text) {
      case "’", "‘" -> "'";
      case "“", "”", "«", "»" -> "\"";
      case "–", "—" -> "-";
      case "…" -> "...";
      case "\u00a0", "\u202f" -> " ";
      case "œ" -> "oe";
      case "ł" -> "l";
      default -> Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    };
  }
}
