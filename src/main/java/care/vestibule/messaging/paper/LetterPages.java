package care.vestibule.messaging.paper;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Sets a letter on one sheet of A4, its address where a window envelope shows it.
 *
 * <p>Scripts that run from right to left are printed so. A letter of no bundled font is a question
 * mark. Nothing is fetched while it is set, from the network or the disk.
 */
@Component
final class LetterPages {

  private static final String FONT = "DejaVu Sans";

  // An engine of its own: letters are set on the agent, where there are no pages.
  private final SpringTemplateEngine templates = new SpringTemplateEngine();

  LetterPages(MessageSource messages) {
    var resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/letter/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    templates.setTemplateResolver(resolver);
    templates.setTemplateEngineMessageSource(messages);
  }

  /** The PDF. */
  byte[] of(PaperLetter letter) throws IOException {
    try (var bytes = new ByteArrayOutputStream();
        var renderer = builder(page(letter)).buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      try (var document = renderer.getPdfDocument()) {
        document.getDocumentCatalog().setLanguage(letter.facts().locale().toLanguageTag());
        document.save(bytes);
      }
      return bytes.toByteArray();
    }
  }

  private static PdfRendererBuilder builder(String page) {
    var builder = new PdfRendererBuilder();
    builder.useFont(() -> font("DejaVuSans.ttf"), FONT, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("DejaVuSans-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.useReplacementText("?");
    for (var when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl(
          (address, type) -> address != null && address.startsWith("data:"), when);
    }
    builder.withHtmlContent(page, "");
    return builder;
  }

  private String page(PaperLetter letter) throws IOException {
    var facts = letter.facts();
    var link = facts.link().orElseThrow();
    var envelope =
        Stream.concat(Stream.of(letter.recipient()), letter.address().stream())
            .map(LetterPages::composed)
            .toList();
    return templates.process(
        "letter",
        new Context(
            facts.locale(),
            Map.of(
                "sender", composed(facts.senderName()),
                "clinic", composed(facts.clinicName()),
                "solution", composed(facts.solutionName()),
                "recipient", composed(letter.recipient()),
                "days", facts.validity().orElseThrow().toDays(),
                "envelope", envelope,
                "link", link,
                "picture", QrCode.picture(link))));
  }

  // A letter and an accent after it are one letter of the font.
  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static InputStream font(String file) {
    return Objects.requireNonNull(LetterPages.class.getResourceAsStream("/fonts/" + file));
  }
}
