package care.vestibule.identity.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page's frame which role its reader has, so that it shows the ways open to them. */
@ControllerAdvice(annotations = Controller.class)
final class CurrentRole {

  @ModelAttribute("role")
  String role(@Nullable Authentication authentication) {
    return authentication instanceof ActorAuthentication reader
        ? ActorAuthentication.role(reader.actor())
        : "NOBODY";
  }
}
