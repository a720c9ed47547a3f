package care.vestibule.monitoring.web;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.monitoring.OpenIncident;
import care.vestibule.monitoring.OpenIncidents;
import care.vestibule.monitoring.operations.IncidentRetries;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Trying again: look at the exact set, do it, look what came of it. */
@Controller
@OnlyIn(Zone.PORTAL)
class RetryPage {

  private final OpenIncidents open;
  private final IncidentRetries retries;
  private final DashboardModel frame;

  RetryPage(OpenIncidents open, IncidentRetries retries, DashboardModel frame) {
    this.open = open;
    this.retries = retries;
    this.frame = frame;
  }

  @GetMapping("/monitor/retries/new")
  String preview(
      Actor.Operations operations,
      @RequestParam(defaultValue = "") String cause,
      @RequestParam(defaultValue = "") List<Long> incident,
      Model model,
      Locale locale) {
    frame.fill(model, locale);
    List<OpenIncident> chosen = cause.isEmpty() ? open.withKeys(incident) : open.withCause(cause);
    model.addAttribute("chosen", chosen);
    model.addAttribute("most", OpenIncidents.MOST);
    return "monitoring/retry-preview";
  }

  @PostMapping("/monitor/retries")
  String run(Actor.Operations operations, @RequestParam List<Long> incident) {
    return retries
        .run(incident, operations)
        .map(id -> "redirect:/monitor/retries/" + id)
        .orElse("redirect:/monitor/retries/new");
  }

  @GetMapping("/monitor/retries/{id}")
  String look(Actor.Operations operations, @PathVariable UUID id, Model model, Locale locale) {
    var retry = retries.find(id).orElseThrow(Problem::notFound);
    frame.fill(model, locale);
    model.addAttribute("retry", retry);
    return "monitoring/retry";
  }
}
