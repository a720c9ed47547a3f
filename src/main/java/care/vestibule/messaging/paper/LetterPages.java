package care.vestibule.messaging.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sets a letter on one sheet of A4, its address where a window envelope shows it. */
@Component
final class LetterPages {

  private static final float LEFT = 72;
  private static final float WIDTH = 451;
  private static final float ADDRESS = 690;
  private static final float TITLE = 560;

  private final MessageSource messages;

  LetterPages(MessageSource messages) {
    this.messages = messages;
  }

  /** The PDF. */
  byte[] of(PaperLetter letter) throws IOException {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      document.getDocumentCatalog().setLanguage(letter.facts().locale().toLanguageTag());
      try (var sheet = new Sheet(document, page, LEFT, WIDTH)) {
        write(letter, sheet);
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private void write(PaperLetter letter, Sheet sheet) throws IOException {
    var facts = letter.facts();
    var link = facts.link().orElseThrow();
    sheet.moveTo(ADDRESS);
    var envelope = new ArrayList<>(List.of(letter.recipient()));
    envelope.addAll(letter.address());
    for (var line : envelope) {
      sheet.line(line, 11);
    }
    sheet.moveTo(TITLE);
    sheet.title(say(letter, "title"), 16);
    sheet.paragraph(say(letter, "greeting"), 11);
    sheet.paragraph(say(letter, "lead"), 11);
    sheet.paragraph(say(letter, "scan"), 11);
    sheet.qr(link, 170);
    sheet.paragraph(say(letter, "type"), 9);
    sheet.paragraph(link, 9);
    sheet.paragraph(say(letter, "born"), 11);
    sheet.paragraph(say(letter, "validity"), 11);
    sheet.paragraph(say(letter, "keep"), 11);
    sheet.paragraph(facts.clinicName(), 11);
  }

  private String say(PaperLetter letter, String name) {
    var facts = letter.facts();
    Object[] known = {
      facts.senderName(),
      facts.clinicName(),
      facts.solutionName(),
      letter.recipient(),
      facts.validity().orElseThrow().toDays()
    };
    return messages.getMessage("letter." + name, known, facts.locale());
  }
}
