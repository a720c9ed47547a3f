package care.vestibule.identity.web;

import care.vestibule.identity.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What Spring Security knows of an actor who has proven who they are: that, and one role. */
final class ActorAuthentication extends AbstractAuthenticationToken {

  private final transient Actor actor;

  ActorAuthentication(Actor actor) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + role(actor))));
    this.actor = actor;
    setAuthenticated(true);
  }

  static String role(Actor actor) {
    return switch (actor) {
      case Actor.ClinicSystem system -> "SYSTEM";
      case Actor.Doctor doctor -> "DOCTOR";
      case Actor.PatientUser patient -> "PATIENT";
      case Actor.Desk desk -> "DESK";
      case Actor.Operations operations -> "OPERATIONS";
    };
  }

  Actor actor() {
    return actor;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public Object getPrincipal() {
    return actor;
  }

  @Override
  public String getName() {
    return actor.reference();
  }
}
