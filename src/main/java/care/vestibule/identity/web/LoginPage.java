package care.vestibule.identity.web;

import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in pages. */
@Controller
@OnlyIn(Zone.PORTAL)
final class LoginPage {

  @GetMapping("/")
  String home(@Nullable Authentication authentication) {
    return "redirect:" + StartPages.of(authentication);
  }

  @GetMapping("/login")
  String staff(
      @RequestParam @Nullable String refused, @RequestParam @Nullable String out, Model model) {
    model.addAttribute("refused", refused != null);
    model.addAttribute("out", out != null);
    return "identity/login";
  }

  @GetMapping("/my/login")
  String patient() {
    return "identity/my-login";
  }

  @GetMapping("/my/restore")
  String restore() {
    return "identity/my-restore";
  }
}
