package care.vestibule.identity.web;

import care.vestibule.identity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Leads back to the door one came in by. */
final class AfterLogout implements LogoutSuccessHandler {

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    boolean patient =
        authentication instanceof ActorAuthentication asking
            && asking.actor() instanceof Actor.PatientUser;
    response.sendRedirect(patient ? "/my/login" : "/login?out");
  }
}
