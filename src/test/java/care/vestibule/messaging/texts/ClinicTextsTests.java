package care.vestibule.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.messaging.ClinicSender;
import care.vestibule.messaging.MessageKind;
import care.vestibule.messaging.MessagingProperties;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicTextsTests {

  private final CurrentClinic current = new CurrentClinic();
  private final ClinicId clinic = new ClinicId(UUID.randomUUID());
  private final ClinicId other = new ClinicId(UUID.randomUUID());
  @TempDir private Path directory;

  @Test
  void aClinicSaysItInItsOwnWordsAndTheOthersAsEver() throws IOException {
    write("mail_de.properties", "# ours\nmail.invitation.lead={0} freut sich auf Sie bei {2}.");
    write("sms_de.properties", "sms.invitation={0} freut sich: {3}");
    write("sender.properties", "sender-name=Die Linde\nbutton-color=#7a1f3d");
    var texts = texts();

    assertThat(text(texts, clinic, Locale.GERMAN)).contains("freut sich auf Sie bei Lindenhof");
    assertThat(html(texts, clinic)).contains("background:#7a1f3d").doesNotContain("#0b5c6b");
    assertThat(text(texts, clinic, Locale.ENGLISH)).contains("invites you to");
    assertThat(text(texts, other, Locale.GERMAN)).contains("lädt Sie zu");
    assertThat(html(texts, other)).contains("background:#0b5c6b");
    assertThat(current.during(clinic, () -> texts.current().name())).contains("Die Linde");
    assertThat(current.during(other, texts::current)).isEqualTo(ClinicSender.USUAL);
    var sms =
        current.during(
            clinic,
            () ->
                new SmsTexts(new ClinicMessageSource(SampleFacts.words(), texts))
                    .get(SampleFacts.of(MessageKind.INVITATION, Locale.GERMAN, "Dr. X"))
                    .text());
    assertThat(sms).isEqualTo("Dr. X freut sich: " + SampleFacts.LINK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "mail.properties | mail.invitation.led=x | 2: mail.invitation.led is no sentence",
        "mail.properties | mail.invitation.lead={0 | 2: the braces do not match",
        "mail.properties | mail.invitation.lead={7} | 2: {7} is not known to this sentence",
        "mail.properties | mail.invitation.lead=it's | 2: an apostrophe has to be typographic",
        "mail.properties | mail.invitation.lead= | 2: the sentence is empty",
        "mail.properties | mail.invitation.lead=https://x.example | 2: a link of its own",
        "mail.properties | no equals sign | 2: a line is key=text",
        "sms_fr.properties | sms.invitation={0} sans lien | 2: {3} is missing",
        "sms.properties | sms.code={2} | 2: {5} is missing",
        "mail_it.properties | mail.code=x | no file of this name is known",
        "sender.properties | reply-to=nobody | 2: this is no e-mail address",
        "sender.properties | sender-name=<b> | 2: a name has",
        "sender.properties | button-color=red | 2: a colour is written as",
        "sender.properties | button-color=#ffee99 | 2: white words cannot be read",
        "sender.properties | logo=x | 2: logo is nothing a sender has",
      })
  void aMistakeKeepsVestibuleFromStartingAndSaysWhereItIs(String file, String line, String why)
      throws IOException {
    write(file, "# a comment\n" + line);

    assertThatThrownBy(this::texts)
        .isInstanceOf(InvalidClinicTexts.class)
        .hasMessageContaining(file)
        .hasMessageContaining(why);
  }

  @Test
  void aSentenceSaidTwiceAFileOfAnotherEncodingAndADirectoryOfNoClinicAreMistakesToo()
      throws IOException {
    write("mail.properties", "mail.code=a\nmail.code=b");
    assertThatThrownBy(this::texts).hasMessageContaining("mail.properties:2: mail.code stands");

    Files.write(file("mail.properties"), "mail.code=ä".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(this::texts).hasMessageContaining("not in UTF-8");

    Files.createDirectories(directory.resolve("lindenhof"));
    write("mail.properties", "mail.code=Your own code:");
    assertThatThrownBy(this::texts).hasMessageContaining("called by a clinic's id");
  }

  private ClinicTexts texts() {
    return new ClinicTexts(
        new MessagingProperties(
            "a@b.example",
            Optional.empty(),
            1,
            Optional.empty(),
            Optional.of(directory.toString()),
            Optional.empty()),
        current);
  }

  private String text(ClinicTexts texts, ClinicId whose, Locale locale) {
    return current.during(whose, () -> emails(texts).get(facts(locale)).text());
  }

  private String html(ClinicTexts texts, ClinicId whose) {
    return current.during(whose, () -> emails(texts).get(facts(Locale.GERMAN)).html());
  }

  private static EmailTexts emails(ClinicTexts texts) {
    return new EmailTexts(new ClinicMessageSource(SampleFacts.words(), texts), texts);
  }

  private static care.vestibule.messaging.MessageFacts facts(Locale locale) {
    return SampleFacts.of(MessageKind.INVITATION, locale, "Dr. Julio Casares");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(file(name), text);
  }

  private Path file(String name) throws IOException {
    return Files.createDirectories(directory.resolve(clinic.toString())).resolve(name);
  }
}
