package care.vestibule.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.messaging.ClinicSender;
import care.vestibule.messaging.MessageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message in every language, word for word, as it was read and found good.
 *
 * <p>What a message says now is written to {@code target/snapshots}; whoever means the change
 * copies it over {@code src/test/resources/snapshots}.
 */
class SnapshotTests {

  private static final Path GOOD = Path.of("src/test/resources/snapshots");
  private static final Path NOW = Path.of("target/snapshots");

  private final EmailTexts emails = new EmailTexts(SampleFacts.words(), () -> ClinicSender.USUAL);
  private final SmsTexts texts = new SmsTexts(SampleFacts.words());

  static Stream<Arguments> everyMessageInEveryLanguage() {
    return SampleFacts.LOCALES.stream()
        .flatMap(locale -> Stream.of(MessageKind.values()).map(kind -> Arguments.of(locale, kind)));
  }

  @ParameterizedTest
  @MethodSource("everyMessageInEveryLanguage")
  void aMessageSaysWhatWasFoundGood(Locale locale, MessageKind kind) throws IOException {
    var said = said(locale, kind);
    var now = NOW.resolve(name(locale, kind));
    Files.createDirectories(now.getParent());
    Files.writeString(now, said);

    assertThat(GOOD.resolve(name(locale, kind))).hasContent(said);
  }

  @Test
  void noSnapshotIsOfAMessageThatIsNoMore() throws IOException {
    try (var files = Files.walk(GOOD)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> GOOD.relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(
              SampleFacts.LOCALES.stream()
                  .flatMap(
                      locale -> Stream.of(MessageKind.values()).map(kind -> name(locale, kind)))
                  .toList());
    }
  }

  private String said(Locale locale, MessageKind kind) {
    var facts = SampleFacts.of(kind, locale, "Dr. Julio Casares");
    var email = emails.get(facts);
    return String.join(
        "\n",
        "Subject: " + email.subject(),
        "",
        email.text(),
        "==== HTML",
        email.html(),
        "==== SMS",
        texts.get(facts).text(),
        "");
  }

  private static String name(Locale locale, MessageKind kind) {
    return locale.getLanguage() + "/" + kind.name().toLowerCase(Locale.ROOT) + ".txt";
  }
}
