package care.vestibule.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Leads staff to the page they wanted, or to the one their role begins with. */
@Component
final class AfterLogin implements AuthenticationSuccessHandler {

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    var session = request.getSession();
    var wanted = session.getAttribute(LoginRedirects.WANTED);
    session.removeAttribute(LoginRedirects.WANTED);
    var home = StartPages.of(authentication);
    // The path came from Vestibule's own request line; "//" would still lead out of it.
    response.sendRedirect(
        wanted instanceof String path && path.startsWith(home) && !path.startsWith("//")
            ? path
            : home);
  }
}
