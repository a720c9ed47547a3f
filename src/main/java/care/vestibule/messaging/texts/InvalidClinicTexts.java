package care.vestibule.messaging.texts;

import java.nio.file.Path;

/** Thrown at the start if a clinic's own words cannot be used; says where. */
final class InvalidClinicTexts extends RuntimeException {

  /** A refusal of one line, from 1; 0 is the file as a whole. */
  InvalidClinicTexts(Path file, int line, String why) {
    super(line == 0 ? file + ": " + why : file + ":" + line + ": " + why);
  }
}
