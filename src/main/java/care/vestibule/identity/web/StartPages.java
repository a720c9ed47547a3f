package care.vestibule.identity.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** The page each role begins with. */
final class StartPages {

  private StartPages() {}

  static String of(@Nullable Authentication authentication) {
    if (!(authentication instanceof ActorAuthentication asking)) {
      return "/login";
    }
    return switch (ActorAuthentication.role(asking.actor())) {
      case "DOCTOR" -> "/tasks";
      case "DESK" -> "/desk";
      case "PATIENT" -> "/my";
      default -> "/monitor";
    };
  }
}
