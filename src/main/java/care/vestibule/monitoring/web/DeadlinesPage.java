package care.vestibule.monitoring.web;

import care.vestibule.identity.Actor;
import care.vestibule.monitoring.deadlines.Deadlines;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What should be done by when, with the least time left first. */
@Controller
@OnlyIn(Zone.PORTAL)
class DeadlinesPage {

  private final Deadlines deadlines;
  private final DashboardModel frame;

  DeadlinesPage(Deadlines deadlines, DashboardModel frame) {
    this.deadlines = deadlines;
    this.frame = frame;
  }

  @GetMapping("/monitor/deadlines")
  String deadlines(
      Actor.Operations operations,
      @ModelAttribute("asked") DeadlineParameters asked,
      Model model,
      Locale locale) {
    frame.fill(model, locale);
    model.addAttribute("deadlines", deadlines.search(asked.filter()));
    model.addAttribute("most", Deadlines.MOST);
    return "monitoring/deadlines";
  }
}
