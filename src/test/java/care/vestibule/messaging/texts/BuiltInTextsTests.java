package care.vestibule.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.messaging.ClinicSender;
import care.vestibule.messaging.EmailMessage;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class BuiltInTextsTests {

  private static final String LINK = SampleFacts.LINK;
  private static final List<Locale> LOCALES = SampleFacts.LOCALES;

  private final ResourceBundleMessageSource messages = SampleFacts.words();
  private final EmailTexts emails = new EmailTexts(messages, () -> ClinicSender.USUAL);
  private final SmsTexts texts = new SmsTexts(messages);

  static Stream<Arguments> everyMessageInEveryLanguage() {
    return LOCALES.stream()
        .flatMap(locale -> Stream.of(MessageKind.values()).map(kind -> Arguments.of(locale, kind)));
  }

  @ParameterizedTest
  @MethodSource("everyMessageInEveryLanguage")
  void anEmailSaysWhoInvitesWhereToAndForHowLong(Locale locale, MessageKind kind) {
    var email = emails.get(facts(kind, locale, "Dr. Julio Casares"));

    assertThat(email.subject()).contains("Lindenhof Online").doesNotContain("Casares", "{", "'");
    for (var part : List.of(email.text(), email.html())) {
      assertThat(part).contains("Lindenhof Online", "Lindenhof Clinic");
      assertNames(part, kind);
      assertThat(part).doesNotContain("{", "''", "??");
      assertThat(part).doesNotContain("—");
      if (!SampleFacts.LEADS_NOWHERE.contains(kind)) {
        assertThat(part).contains(kind == MessageKind.CODE ? "123456" : LINK);
        assertThat(part).contains(oneHour(locale));
      }
    }
    assertThat(email.html()).contains("lang=\"" + locale.getLanguage() + "\"");
  }

  @ParameterizedTest
  @MethodSource("everyMessageInEveryLanguage")
  void nothingInAnEmailIsFetchedFromAnywhere(Locale locale, MessageKind kind) {
    var html = emails.get(facts(kind, locale, "Dr. Julio Casares")).html();

    assertThat(html).doesNotContain("src=", "<link", "url(", "<script", "<img");
    assertThat(html.replace(LINK, "")).doesNotContain("://");
  }

  @ParameterizedTest
  @MethodSource("everyMessageInEveryLanguage")
  void aTextMessageFitsIntoOneSegment(Locale locale, MessageKind kind) {
    var text = texts.get(facts(kind, locale, "Dr. Julio Casares")).text();

    assertThat(text).contains("Lindenhof Online").doesNotContain("{", "''");
    assertNames(text, kind);
    if (!SampleFacts.LEADS_NOWHERE.contains(kind)) {
      assertThat(text).contains(kind == MessageKind.CODE ? "123456" : LINK);
    }
    assertThat(Gsm7.fits(text)).as(text).isTrue();
    assertThat(Gsm7.septets(text)).as(text).isLessThanOrEqualTo(160);
  }

  @Test
  void aQuestionWhetherAKeyIsOnesOwnHasNothingToPress() {
    for (var locale : LOCALES) {
      var email = emails.get(facts(MessageKind.NEW_KEY, locale, "Dr. Julio Casares"));

      assertThat(email.html() + email.text()).doesNotContain("<a ", "http");
      assertThat(email.text())
          .doesNotContain(messages.getMessage("mail.unexpected", new Object[0], locale))
          .contains(messages.getMessage("mail.new-key.unexpected", new Object[0], locale));
    }
  }

  @Test
  void whoActsForAPatientIsToldForWhom() {
    for (var locale : LOCALES) {
      var facts = onBehalfOf("Pat", facts(MessageKind.RECORD_OPEN, locale, "Dr. X"));
      var sentence = messages.getMessage("mail.on-behalf", new Object[] {"Pat"}, locale);

      assertThat(emails.get(facts).text()).contains(sentence);
      assertThat(emails.get(facts).html()).contains(sentence);
      assertThat(texts.get(facts).text())
          .startsWith(messages.getMessage("sms.on-behalf", new Object[] {"Pat"}, locale) + " ");
    }
  }

  @Test
  void forWhomIsLeftOutOfATextThatWouldNeedASecondSegment() {
    var facts =
        onBehalfOf(
            "Pat", facts(MessageKind.INVITATION, Locale.ENGLISH, "Dr. Maximiliane von Habsburg"));

    assertThat(texts.get(facts).text()).startsWith("Dr. Maximiliane");
    assertThat(Gsm7.septets(texts.get(facts).text())).isLessThanOrEqualTo(160);
  }

  private static MessageFacts onBehalfOf(String patient, MessageFacts facts) {
    return new MessageFacts(
        facts.kind(),
        facts.locale(),
        "Maria Small",
        facts.senderName(),
        facts.clinicName(),
        facts.solutionName(),
        facts.link(),
        facts.validity(),
        facts.code(),
        Optional.of(patient));
  }

  @Test
  void theInvitationByTextSaysHowLongTheLinkLives() {
    for (var locale : LOCALES) {
      assertThat(texts.get(facts(MessageKind.INVITATION, locale, "Dr. Julio Casares")).text())
          .contains(oneHour(locale));
    }
  }

  @Test
  void aLongNameIsCutRatherThanPaidForWithASecondSegment() {
    var text =
        texts
            .get(
                facts(
                    MessageKind.INVITATION,
                    Locale.ENGLISH,
                    "Dr. Maximiliane von Habsburg-Lothringen"))
            .text();

    assertThat(text).startsWith("Dr. Maximiliane").contains(LINK, "one hour");
    assertThat(Gsm7.septets(text)).isLessThanOrEqualTo(160);
  }

  @Test
  void accentsTheAlphabetLacksAreLeftOutAndOtherScriptsStayWhole() {
    var czech = texts.get(facts(MessageKind.INVITATION, Locale.ENGLISH, "Dr. Dvořák")).text();
    var greek = texts.get(facts(MessageKind.INVITATION, Locale.ENGLISH, "Др. Иванов")).text();

    assertThat(czech).startsWith("Dr. Dvorak invites");
    assertThat(greek).startsWith("Др. Иванов invites").contains(LINK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "Dr.\r\nBcc: thief@evil.example\r\n\r\nPay here",
        "Dr. \u202Eevil\u202C \u2066x\u2069",
        "Dr. \0Null\u0007",
        "${T(java.lang.Runtime).getRuntime().exec('id')}",
        "__${7*7}__ [[${7*7}]] [(${7*7})] #{mail.code}",
        "{0} {1,choice,0#x} '{2}'",
        "https://evil.example/login",
      })
  void aHostileNameIsOnlyAName(String name) {
    for (var locale : LOCALES) {
      var facts = facts(MessageKind.INVITATION, locale, name);
      var email = emails.get(facts);
      var text = texts.get(facts).text();

      assertThat(email.subject())
          .isEqualTo(emails.get(facts(facts.kind(), locale, "Dr. X")).subject());
      for (var part : List.of(email.text(), email.html(), text)) {
        assertThat(part).doesNotContain("\u202E", "\u2066", "\0", "\u0007", "https://evil");
        assertThat(part).doesNotContain("49 ").doesNotContain("\nBcc:");
      }
      assertThat(email.html()).doesNotContain("<script", "<img");
      assertThat(tagsOf(email)).isEqualTo(tagsOf(emails.get(facts(facts.kind(), locale, "Dr. X"))));
    }
  }

  @Test
  void aNameOfTwoHundredCharactersIsCut() {
    var email = emails.get(facts(MessageKind.INVITATION, Locale.ENGLISH, "x".repeat(200)));

    assertThat(email.text()).contains("x".repeat(79) + "…").doesNotContain("x".repeat(80));
  }

  @Test
  void aLanguageNobodyTranslatedIsEnglishWhateverTheMachineSpeaks() {
    var former = Locale.getDefault();
    Locale.setDefault(Locale.GERMAN);
    try {
      var email =
          emails.get(facts(MessageKind.INVITATION, Locale.forLanguageTag("tr-TR"), "Dr. X"));
      assertThat(email.text()).contains("invites you");
      assertThat(email.html()).contains("lang=\"en\"");
    } finally {
      Locale.setDefault(former);
    }
  }

  @Test
  void swissGermanIsGerman() {
    var email = emails.get(facts(MessageKind.INVITATION, Locale.forLanguageTag("de-CH"), "Dr. X"));

    assertThat(email.text()).contains("lädt Sie zu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail", "sms"})
  void everyLanguageHasTheSameSentencesWithTheSameFacts(String bundle) throws Exception {
    var english = bundle(bundle + ".properties");
    for (var language : List.of("de", "fr", "es")) {
      var other = bundle(bundle + "_" + language + ".properties");
      assertThat(other.stringPropertyNames()).as(language).isEqualTo(english.stringPropertyNames());
      // An apostrophe is a quotation mark to the formatter: it would swallow what follows.
      assertThat(String.join("", other.values().toArray(String[]::new))).doesNotContain("'");
    }
  }

  @Test
  void aDurationIsSaidInWordsAndNeverLongerThanItIs() {
    assertThat(validity(Duration.ofMinutes(1))).isEqualTo("one minute");
    assertThat(validity(Duration.ofSeconds(59 * 60 + 59))).isEqualTo("59 minutes");
    assertThat(validity(Duration.ofMinutes(90))).isEqualTo("90 minutes");
    assertThat(validity(Duration.ofHours(24))).isEqualTo("24 hours");
    assertThat(validity(Duration.ofHours(47).plusMinutes(59))).isEqualTo("47 hours");
    assertThat(validity(Duration.ofDays(2))).isEqualTo("2 days");
  }

  private String validity(Duration duration) {
    var facts =
        new MessageFacts(
            MessageKind.INVITATION,
            Locale.ENGLISH,
            "",
            "",
            "",
            "",
            Optional.empty(),
            Optional.of(duration),
            Optional.empty());
    return new MessageSentences(messages, facts).validity().orElseThrow();
  }

  private static void assertNames(String words, MessageKind kind) {
    if (SampleFacts.NAMES_NO_DOCTOR.contains(kind)) {
      assertThat(words).doesNotContain("Casares");
    } else {
      assertThat(words).contains("Dr. Julio Casares");
    }
  }

  private static String oneHour(Locale locale) {
    return switch (locale.getLanguage()) {
      case "de" -> "eine Stunde";
      case "fr" -> "une heure";
      case "es" -> "una hora";
      default -> "one hour";
    };
  }

  private static String tagsOf(EmailMessage email) {
    return email.html().replaceAll(">[^<]*<", "><");
  }

  private static MessageFacts facts(MessageKind kind, Locale locale, String sender) {
    return SampleFacts.of(kind, locale, sender);
  }

  private static Properties bundle(String file) throws Exception {
    var properties = new Properties();
    try (var stream = BuiltInTextsTests.class.getResourceAsStream("/messages/" + file)) {
      properties.load(
          new java.io.InputStreamReader(
              java.util.Objects.requireNonNull(stream), java.nio.charset.StandardCharsets.UTF_8));
    }
    return properties;
  }
}
