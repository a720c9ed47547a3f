package care.vestibule.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Shows those who are nobody yet the right door, and those who are somebody else that it is shut.
 */
@Component
final class LoginRedirects implements AuthenticationEntryPoint, AccessDeniedHandler {

  /** The session attribute with the page somebody wanted before signing in. */
  static final String WANTED = "wanted";

  private final ProblemAnswer answer;

  LoginRedirects(ProblemAnswer answer) {
    this.answer = answer;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    var path = request.getRequestURI();
    var door = path.matches("/my(/.*)?") ? "/my/login" : "/login";
    if (ProblemAnswer.wantsPage(request)) {
      if (request.getMethod().equals("GET") && door.equals("/login")) {
        remember(request);
      }
      response.sendRedirect(door);
      return;
    }
    // RFC 9110 wants a challenge with every 401; "Session" makes no browser ask for a password.
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        path.matches("/(api|fhir)(/.*)?") ? "Bearer realm=\"vestibule\"" : "Session");
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", door);
    }
    answer.writeJson(request, response, Problems.unauthenticated());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException {
    answer.write(request, response, Problems.forbidden());
  }

  private static void remember(HttpServletRequest request) {
    var query = request.getQueryString();
    request
        .getSession()
        .setAttribute(WANTED, request.getRequestURI() + (query == null ? "" : "?" + query));
  }
}
