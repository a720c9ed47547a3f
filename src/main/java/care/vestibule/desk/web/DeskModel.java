package care.vestibule.desk.web;

import care.vestibule.identity.web.ShownTime;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page of this module is given. */
@Component("deskFrame")
class DeskModel {

  private final Clock clock;

  DeskModel(Clock clock) {
    this.clock = clock;
  }

  void fill(Model model, Locale locale) {
    model.addAttribute("area", "staff");
    model.addAttribute("time", new ShownTime(clock, locale));
  }
}
