package care.vestibule.identity.web;

import care.vestibule.crypto.Pepper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.stereotype.Component;

/**
 * The session's cookie: the identifier in the table, a dot, and its MAC under the pepper.
 *
 * <p>The pepper is not in the database, so that a dump of it signs nobody in (ASVS 7.2).
 */
@Component
final class SessionCookie implements HttpSessionIdResolver {

  private static final byte[] PURPOSE = "session".getBytes(StandardCharsets.US_ASCII);

  private final Pepper pepper;
  private final CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();

  SessionCookie(Pepper pepper, @Value("${vestibule.base-url}") String baseUrl) {
    this.pepper = pepper;
    var serializer = new DefaultCookieSerializer();
    boolean secure = baseUrl.startsWith("https:");
    // The prefix makes browsers insist on Secure, Path=/ and no Domain; without TLS it is refused.
    serializer.setCookieName(secure ? "__Host-session" : "session");
    serializer.setUseSecureCookie(secure);
    serializer.setUseHttpOnlyCookie(true);
    serializer.setSameSite("Strict");
    serializer.setCookiePath("/");
    serializer.setUseBase64Encoding(false);
    cookies.setCookieSerializer(serializer);
  }

  @Override
  public List<String> resolveSessionIds(HttpServletRequest request) {
    return cookies.resolveSessionIds(request).stream()
        .filter(this::isGenuine)
        .map(cookie -> cookie.substring(0, cookie.indexOf('.')))
        .toList();
  }

  @Override
  public void setSessionId(
      HttpServletRequest request, HttpServletResponse response, String sessionId) {
    cookies.setSessionId(request, response, cookie(sessionId));
  }

  @Override
  public void expireSession(HttpServletRequest request, HttpServletResponse response) {
    cookies.expireSession(request, response);
  }

  private boolean isGenuine(String cookie) {
    int dot = cookie.indexOf('.');
    return dot > 0
        && pepper.matches(
            macOf(cookie.substring(dot + 1)),
            cookie.substring(0, dot).getBytes(StandardCharsets.UTF_8),
            PURPOSE);
  }

  private static byte[] macOf(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private String cookie(String sessionId) {
    var mac = pepper.hash(sessionId.getBytes(StandardCharsets.UTF_8), PURPOSE);
    return sessionId + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }
}
