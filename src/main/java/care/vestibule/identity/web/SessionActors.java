package care.vestibule.identity.web;

import care.vestibule.identity.Actor;
import care.vestibule.identity.IdentityProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Remembers in the session who signed in and when, and nothing else. */
@Component
final class SessionActors implements SecurityContextRepository {

  private static final String ACTOR = "actor";
  private static final String SINCE = "since";

  private final Clock clock;
  private final IdentityProperties properties;

  SessionActors(Clock clock, IdentityProperties properties) {
    this.clock = clock;
    this.properties = properties;
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return find(holder.getRequest())
        .map(actor -> new SecurityContextImpl(new ActorAuthentication(actor)))
        .orElseGet(SecurityContextImpl::new);
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    if (context.getAuthentication() instanceof ActorAuthentication authentication) {
      remember(request.getSession(), authentication.actor());
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return find(request).isPresent();
  }

  void remember(HttpSession session, Actor actor) {
    session.setAttribute(ACTOR, ActorText.of(actor));
    session.setAttribute(SINCE, clock.instant().toString());
    // By this name the sessions of an account are found when it is closed.
    session.setAttribute(
        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, actor.reference());
  }

  private Optional<Actor> find(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(ACTOR) instanceof String actor)) {
      return Optional.empty();
    }
    if (isOver(session)) {
      session.invalidate();
      return Optional.empty();
    }
    return Optional.of(ActorText.parse(actor));
  }

  private boolean isOver(HttpSession session) {
    return !(session.getAttribute(SINCE) instanceof String since)
        || !clock.instant().isBefore(Instant.parse(since).plus(properties.sessionLife()));
  }
}
