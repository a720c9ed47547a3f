package care.vestibule.messaging.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A sheet of paper, written from the top; lengths in points. */
final class Sheet implements AutoCloseable {

  private final PDPageContentStream stream;
  private final float left;
  private final float width;
  private final PDFont plain;
  private final PDFont bold;
  private float height;

  Sheet(PDDocument document, PDPage page, float left, float width) throws IOException {
    this.plain = Typeface.PLAIN.in(document);
    this.bold = Typeface.BOLD.in(document);
    this.stream = new PDPageContentStream(document, page);
    this.left = left;
    this.width = width;
  }

  void moveTo(float newHeight) {
    height = newHeight;
  }

  void title(String text, float size) throws IOException {
    wrapped(text, bold, size);
    height -= size;
  }

  void paragraph(String text, float size) throws IOException {
    wrapped(text, plain, size);
    height -= size * 0.8f;
  }

  void line(String text, float size) throws IOException {
    write(printable(text, plain), plain, size);
  }

  /** A QR code (ISO/IEC 18004, error correction M) with its quiet zone. */
  void qr(String text, float size) throws IOException {
    try {
      var hints =
          Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);
      var code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
      float module = size / code.getWidth();
      for (int row = 0; row < code.getHeight(); row++) {
        for (int column = 0; column < code.getWidth(); column++) {
          if (code.get(column, row)) {
            stream.addRect(left + column * module, height - (row + 1) * module, module, module);
          }
        }
      }
      stream.fill();
      height -= size + 14;
    } catch (WriterException e) {
      throw new IllegalStateException(e.getClass().getName());
    }
  }

  private void wrapped(String text, PDFont font, float size) throws IOException {
    var line = new StringBuilder();
    for (var word : printable(text, font).split(" ", -1)) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > width) {
        write(line.toString(), font, size);
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    write(line.toString(), font, size);
  }

  private void write(String text, PDFont font, float size) throws IOException {
    stream.beginText();
    stream.setFont(font, size);
    stream.newLineAtOffset(left, height);
    stream.showText(text);
    stream.endText();
    height -= size * 1.35f;
  }

  // The font knows Latin with all its accents, Greek, Cyrillic, Armenian and Georgian; it cannot
  // write what runs from right to left, and has no Chinese letters.
  private static String printable(String text, PDFont font) {
    var printable = new StringBuilder();
    // A letter and an accent after it are one letter of the font.
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .mapToObj(Character::toString)
        .map(letter -> hasGlyph(font, letter) ? letter : withoutAccent(font, letter))
        .forEach(printable::append);
    return printable.toString();
  }

  private static String withoutAccent(PDFont font, String letter) {
    var bare = Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return !bare.isEmpty() && hasGlyph(font, bare) ? bare : "?";
  }

  private static boolean hasGlyph(PDFont font, String letter) {
    // The page is written from left to right, and letters of these scripts would come in reverse.
    var direction = Character.getDirectionality(letter.codePointAt(0));
    if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
      return false;
    }
    try {
      font.encode(letter);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
