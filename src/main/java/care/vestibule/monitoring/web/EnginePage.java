package care.vestibule.monitoring.web;

import care.vestibule.identity.Actor;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether the house and the engine hear each other; the pulse is part of every page's frame. */
@Controller
@OnlyIn(Zone.PORTAL)
class EnginePage {

  private final Frame frame;

  EnginePage(Frame frame) {
    this.frame = frame;
  }

  @GetMapping("/monitor/engine")
  String engine(Actor.Operations operations, Model model, Locale locale) {
    frame.fill(model, locale);
    return "monitoring/engine";
  }
}
