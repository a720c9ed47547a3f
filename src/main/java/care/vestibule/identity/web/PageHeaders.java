package care.vestibule.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.web.header.HeaderWriter;

/**
 * The headers that tell a browser to load nothing from elsewhere and to tell nobody where it was.
 *
 * <p>Patients' pages also forbid to make markup out of text (Trusted Types); the one policy there
 * is names the script of the worker that opens records. Staff pages cannot forbid it: htmx puts the
 * fragments the server rendered into the page by exactly that way.
 */
final class PageHeaders implements HeaderWriter {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
          + "img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; "
          + "base-uri 'none'";
  private static final String STRICT_POLICY =
      POLICY + "; require-trusted-types-for 'script'; trusted-types opening-worker";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "X-Robots-Tag", "noindex, nofollow",
          "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    HEADERS.forEach(response::setHeader);
    response.setHeader(
        "Content-Security-Policy", isForPatients(request.getRequestURI()) ? STRICT_POLICY : POLICY);
  }

  private static boolean isForPatients(String path) {
    return path.equals("/i") || path.startsWith("/i/") || path.matches("/my(/.*)?");
  }
}
