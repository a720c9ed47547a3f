package care.vestibule.messaging.paper;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of a letter, which a document carries along: of those every reader has, none knows more
 * than Western European letters.
 */
enum Typeface {
  PLAIN("DejaVuSans.ttf"),
  BOLD("DejaVuSans-Bold.ttf");

  private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

  private final String file;

  Typeface(String file) {
    this.file = file;
  }

  /** This font in a document: of it the letters that are written, and no others. */
  PDFont in(PDDocument document) throws IOException {
    try (var stream = Typeface.class.getResourceAsStream(FONTS + file)) {
      if (stream == null) {
        throw new FileNotFoundException(file);
      }
      return PDType0Font.load(document, stream, true);
    }
  }
}
