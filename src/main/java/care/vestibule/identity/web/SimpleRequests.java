package care.vestibule.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests another site's page could make a browser send: those a form can make (Fetch standard,
 * "CORS-safelisted"). JSON is none of them, and Vestibule answers no preflight.
 */
final class SimpleRequests implements RequestMatcher {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Override
  public boolean matches(HttpServletRequest request) {
    if (SAFE.contains(request.getMethod())) {
      return false;
    }
    var type = request.getContentType();
    return type == null
        || !type.toLowerCase(Locale.ROOT)
            .strip()
            .matches("application/([a-z0-9.+-]+\\+)?json(;.*)?");
  }
}
