package care.vestibule.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language a page is written in: the first of the reader's that it exists in, else English.
 *
 * <p>Never another one: {@code lang} tells a screen reader how to pronounce what follows (WCAG 2.2,
 * 3.1.1).
 */
@Component("localeResolver")
final class PageLanguage extends AcceptHeaderLocaleResolver {

  /** Rooms whose texts exist in English only. */
  private static final List<String> ENGLISH_PARTS = List.of("/desk", "/monitor", "/local");

  PageLanguage() {
    setSupportedLocales(
        List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es")));
    setDefaultLocale(Locale.ENGLISH);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    return ENGLISH_PARTS.stream().anyMatch(path::startsWith)
        ? Locale.ENGLISH
        : super.resolveLocale(request);
  }
}
