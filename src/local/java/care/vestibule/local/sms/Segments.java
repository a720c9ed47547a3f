package care.vestibule.local.sms;

/** How many segments a text takes: 160 characters of GSM 03.38, or 70 UTF-16 units. */
final class Segments {

  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final String GSM_ESCAPED = "^{}\\[~]|€";

  private Segments() {}

  static int of(String text) {
    var gsm = text.chars().allMatch(c -> GSM.indexOf(c) >= 0 || GSM_ESCAPED.indexOf(c) >= 0);
    if (!gsm) {
      return segments(text.length(), 70, 67);
    }
    var escapes = (int) text.chars().filter(c -> GSM_ESCAPED.indexOf(c) >= 0).count();
    return segments(text.length() + escapes, 160, 153);
  }

  private static int segments(int length, int alone, int joined) {
    return length <= alone ? 1 : Math.ceilDiv(length, joined);
  }
}
