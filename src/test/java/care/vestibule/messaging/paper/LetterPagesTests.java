package care.vestibule.messaging.paper;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class LetterPagesTests {

  private final LetterPages pages = new LetterPages(words());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Władysław Żółćński",
        "Jiří Dvořák, Třebíč",
        "Αλέξανδρος Παπαδόπουλος",
        "Çağrı Şahin, İstanbul, Iğdır",
        "Александр Щёголев",
        "Ștefan Țepeș",
        "Nguyễn Thị Ánh",
        "Zoë Groß-Ångström",
        "e\u0301a\u0308 put together"
      })
  void aNameIsPrintedInItsOwnLetters(String name) throws IOException {
    try (var document = letterTo(name)) {
      var expected = Normalizer.normalize(name, Normalizer.Form.NFC);
      assertThat(textOf(document)).contains(expected).doesNotContain("?");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"שרה לוי", "ليلى حداد"})
  void aNameThatRunsFromRightToLeftIsPrintedSo(String name) throws IOException {
    try (var document = letterTo(name)) {
      // The stripper gives the letters back in the order they are read in.
      var text = Normalizer.normalize(textOf(document), Normalizer.Form.NFKC);
      assertThat(text).contains(name).doesNotContain("?");
    }
  }

  @Test
  void whatANameSaysIsTextAndFetchesNothing() throws IOException {
    var name = "<img src=\"file:///etc/hostname\"/>";
    try (var document = letterTo(name)) {
      assertThat(textOf(document)).contains("<img src=\"file:///etc/hostname\"/>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "李明")
  void whatTheFontCannotWriteIsSeenToBeMissing(String name) throws IOException {
    try (var document = letterTo(name)) {
      assertThat(textOf(document)).contains("?").doesNotContain(name);
    }
  }

  @Test
  void theLetterCarriesTheLettersItShowsAndNoMore() throws IOException {
    var bytes = pages.of(letter("Władysław Żółćński"));

    assertThat(bytes).hasSizeLessThan(120_000);
    try (var document = Loader.loadPDF(bytes)) {
      assertThat(fontsOf(document))
          .hasSize(2)
          .allMatch(PDFont::isEmbedded)
          .allMatch(font -> font.getName().matches("[A-Z]{6}\\+DejaVuSans.*"));
    }
  }

  private PDDocument letterTo(String name) throws IOException {
    return Loader.loadPDF(pages.of(letter(name)));
  }

  private static PaperLetter letter(String name) {
    var facts =
        new MessageFacts(
            MessageKind.INVITATION,
            Locale.GERMAN,
            name,
            "Dr. Casares",
            "Lindenhof",
            "Lindenhof Online",
            Optional.of("https://portal.example/i#v1.a.b.c"),
            Optional.of(Duration.ofDays(21)),
            Optional.empty());
    return new PaperLetter(facts, name, List.of("Lindenstraße 1", "10969 Berlin"));
  }

  private static String textOf(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document);
  }

  private static List<PDFont> fontsOf(PDDocument document) {
    var resources = document.getPage(0).getResources();
    return StreamSupport.stream(resources.getFontNames().spliterator(), false)
        .map(
            name -> {
              try {
                return resources.getFont(name);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }

  private static ResourceBundleMessageSource words() {
    var source = new ResourceBundleMessageSource();
    source.setBasenames("messages/letter");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return source;
  }
}
