package care.vestibule.local.web;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the colours and components every page is made of; exists in profile local only. */
@Controller
@Profile("local")
final class DesignPage {

  private static final List<String> COLOURS =
      List.of(
          "ground", "surface", "raised", "line", "text", "muted", "accent", "good", "warn", "bad");

  @GetMapping("/local/design")
  String show(Model model) {
    model.addAttribute("colours", COLOURS);
    return "local/design";
  }
}
