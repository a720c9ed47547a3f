package care.vestibule.monitoring.web;

import care.vestibule.identity.Actor;
import care.vestibule.monitoring.SavedViews;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the filter that is on the page under a name, and forgets it again. */
@Controller
@OnlyIn(Zone.PORTAL)
class SavedViewPage {

  private static final String LIST = "redirect:/monitor/instances?";

  private final SavedViews views;
  private final Clock clock;

  SavedViewPage(SavedViews views, Clock clock) {
    this.views = views;
    this.clock = clock;
  }

  @PostMapping("/monitor/views")
  String keep(
      Actor.Operations actor,
      @RequestParam String name,
      @ModelAttribute ProcessInstanceParameters asked) {
    var query = asked.query();
    var kept = asked.filter(clock.instant()).isPresent() && views.keep(actor, name, query);
    return LIST + query + (kept ? "" : "&unnamed=true");
  }

  @PostMapping("/monitor/views/forget")
  String forget(
      Actor.Operations actor,
      @RequestParam String name,
      @ModelAttribute ProcessInstanceParameters asked) {
    views.forget(actor, name);
    return LIST + asked.query();
  }
}
