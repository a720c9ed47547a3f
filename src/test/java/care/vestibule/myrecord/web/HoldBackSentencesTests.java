package care.vestibule.myrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.accessrequest.hold.HoldBackReason;
import care.vestibule.directory.HcpId;
import care.vestibule.sharing.HcpShareProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class HoldBackSentencesTests {

  private static final LocalDate DAY = LocalDate.of(2027, 2, 3);

  private final HoldBackSentences sentences = new HoldBackSentences(messages());

  @ParameterizedTest
  @CsvSource({
    "en, one entry, 7 entries, 'February 3, 2027'",
    "de, einen Eintrag, 7 Einträge, 3. Februar 2027",
    "fr, une entrée, 7 entrées, 3 février 2027",
    "es, una entrada, 7 entradas, 3 de febrero de 2027"
  })
  void eachReasonIsASentenceWithTheDoctorTheNumberAndTheDay(
      Locale locale, String one, String many, String day) {
    for (var reason : HoldBackReason.values()) {
      var said =
          sentences.of(
              part(List.of(held("Dr. Weber", 1, reason), held("Dr. Ott", 7, reason))), locale);

      assertThat(said).hasSize(3);
      assertThat(said.get(0)).startsWith("Dr. Weber").contains(one, day).endsWith(".");
      assertThat(said.get(1)).startsWith("Dr. Ott").contains(many, day).endsWith(".");
      assertThat(said.get(2)).endsWith(".").doesNotContain("Dr.");
      assertThat(said).noneMatch(sentence -> sentence.matches(".*[{}?|#].*"));
    }
  }

  @Test
  void everyReasonIsToldInOtherWords() {
    var reasons =
        Stream.of(HoldBackReason.values())
            .map(reason -> sentences.of(part(List.of(held("Dr.", 1, reason))), Locale.ENGLISH))
            .distinct();

    assertThat(reasons).hasSize(HoldBackReason.values().length);
  }

  @Test
  void whereNothingIsHeldBackNothingIsSaid() {
    assertThat(sentences.of(part(List.of()), Locale.ENGLISH)).isEmpty();
  }

  private static HcpShareProgress.Held held(String doctor, int records, HoldBackReason reason) {
    return new HcpShareProgress.Held(doctor, records, reason, DAY);
  }

  private static HcpShareProgress part(List<HcpShareProgress.Held> held) {
    return new HcpShareProgress(
        new HcpId(UUID.randomUUID()),
        "Dr. Weber",
        HcpShareProgress.State.SHARED,
        Optional.empty(),
        "",
        Instant.EPOCH,
        held);
  }

  private static ResourceBundleMessageSource messages() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/myrecord");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }
}
