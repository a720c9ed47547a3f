package care.vestibule.identity.web;

import care.vestibule.identity.Actor;
import care.vestibule.identity.PatientSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Opens a session that has nothing in common with whatever session the browser had before. */
@Component
final class PatientSessionStart implements PatientSessions {

  private final SessionActors actors;

  PatientSessionStart(SessionActors actors) {
    this.actors = actors;
  }

  @Override
  public void signIn(
      HttpServletRequest request, HttpServletResponse response, Actor.PatientUser user) {
    var former = request.getSession(false);
    if (former != null) {
      former.invalidate();
    }
    actors.remember(request.getSession(true), user);
  }
}
