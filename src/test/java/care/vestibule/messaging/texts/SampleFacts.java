package care.vestibule.messaging.texts;

import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.support.ResourceBundleMessageSource;

/** One invented patient's messages. */
final class SampleFacts {

  static final String LINK =
      "https://portal.example/i#v1.AbCdEfGhIjK.AbCdEfGhIjKlMnOpQrStUv.AbCdEfGhIjKlMnOpQrStUv";
  static final List<Locale> LOCALES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"));
  static final Set<MessageKind> LEADS_NOWHERE =
      EnumSet.of(MessageKind.WITHDRAWN, MessageKind.NEW_KEY);
  static final Set<MessageKind> NAMES_NO_DOCTOR = EnumSet.of(MessageKind.RECORD_MORE_OPEN);

  private SampleFacts() {}

  static MessageFacts of(MessageKind kind, Locale locale, String sender) {
    boolean code = kind == MessageKind.CODE;
    boolean plain = LEADS_NOWHERE.contains(kind);
    return new MessageFacts(
        kind,
        locale,
        "Francisco",
        sender,
        "Lindenhof Clinic",
        "Lindenhof Online",
        code || plain ? Optional.empty() : Optional.of(LINK),
        plain ? Optional.empty() : Optional.of(Duration.ofHours(1)),
        code ? Optional.of("123456") : Optional.empty());
  }

  static ResourceBundleMessageSource words() {
    var source = new ResourceBundleMessageSource();
    source.setBasenames("messages/mail", "messages/sms");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return source;
  }
}
