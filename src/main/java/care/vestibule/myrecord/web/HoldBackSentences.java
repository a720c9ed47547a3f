package care.vestibule.myrecord.web;

import care.vestibule.sharing.HcpShareProgress;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells a patient in whole sentences what a doctor holds back: how much, until when and why. */
// Sentences, and not their parts: the page and its script have to say the same.
@Component
@OnlyIn(Zone.PORTAL)
class HoldBackSentences {

  private final MessageSource messages;

  HoldBackSentences(MessageSource messages) {
    this.messages = messages;
  }

  /** One for each reason and day, and one that says what comes then; none if all is shared. */
  List<String> of(HcpShareProgress part, Locale locale) {
    if (part.heldBack().isEmpty()) {
      return List.of();
    }
    return Stream.concat(
            part.heldBack().stream().map(held -> sentence(held, locale)),
            Stream.of(messages.getMessage("myrecord.heldBack.then", null, locale)))
        .toList();
  }

  private String sentence(HcpShareProgress.Held held, Locale locale) {
    var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    return messages.getMessage(
        "myrecord.heldBack." + held.reason(),
        new Object[] {held.doctor(), held.records(), day.format(held.lastDay())},
        locale);
  }
}
