package care.vestibule.messaging.texts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.AbstractMessageSource;

/** The current clinic's own sentences, and the built-in ones where it has none. */
final class ClinicMessageSource extends AbstractMessageSource {

  private static final Set<String> LANGUAGES = Set.of("de", "fr", "es");

  private final ClinicTexts texts;

  ClinicMessageSource(MessageSource builtIn, ClinicTexts texts) {
    this.texts = texts;
    setParentMessageSource(builtIn);
  }

  @Override
  protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
    var language = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
    return texts.find(code, language).orElse(null);
  }
}
