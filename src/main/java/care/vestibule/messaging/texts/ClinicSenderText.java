package care.vestibule.messaging.texts;

import care.vestibule.messaging.ClinicSender;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Judges what a clinic says about itself as a sender. */
final class ClinicSenderText {

  /** The file's name. */
  static final String FILE = "sender.properties";

  /** WCAG 2.2, 1.4.3: white words on the button have to be readable. */
  private static final double CONTRAST = 4.5;

  private ClinicSenderText() {}

  static ClinicSender of(TextFile file) {
    Map<String, String> said = new HashMap<>();
    for (var line : file.lines()) {
      switch (line.key()) {
        case "sender-name" -> {
          if (!line.text().matches("[^\\p{C}<>\"@]{1,80}")) {
            throw file.refuse(line, "a name has 1 to 80 characters and no < > \" @");
          }
        }
        case "reply-to" -> {
          if (!line.text().matches("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")) {
            throw file.refuse(line, "this is no e-mail address");
          }
        }
        case "button-color" -> {
          if (!line.text().matches("#[0-9a-fA-F]{6}")) {
            throw file.refuse(line, "a colour is written as #0b5c6b");
          }
          if (contrastToWhite(line.text()) < CONTRAST) {
            throw file.refuse(line, "white words cannot be read on this colour");
          }
        }
        default -> throw file.refuse(line, line.key() + " is nothing a sender has");
      }
      said.put(line.key(), line.text());
    }
    return new ClinicSender(
        Optional.ofNullable(said.get("sender-name")),
        Optional.ofNullable(said.get("reply-to")),
        Optional.ofNullable(said.get("button-color")));
  }

  // Relative luminance as WCAG 2.2 defines it.
  private static double contrastToWhite(String color) {
    double luminance =
        0.2126 * channel(color, 1) + 0.7152 * channel(color, 3) + 0.0722 * channel(color, 5);
    return 1.05 / (luminance + 0.05);
  }

  private static double channel(String color, int from) {
    double value = Integer.parseInt(color.substring(from, from + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
