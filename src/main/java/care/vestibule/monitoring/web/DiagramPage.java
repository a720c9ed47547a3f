package care.vestibule.monitoring.web;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.monitoring.processes.ProcessModels;
import care.vestibule.monitoring.processes.StepUses;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The model with what goes on in it: a drawing, and a table that says the same. */
@Controller
@OnlyIn(Zone.PORTAL)
class DiagramPage {

  private static final Duration PERIOD = Duration.ofDays(30);

  private final ProcessModels models;
  private final StepUses uses;
  private final DashboardModel frame;
  private final Clock clock;

  DiagramPage(ProcessModels models, StepUses uses, DashboardModel frame, Clock clock) {
    this.models = models;
    this.uses = uses;
    this.frame = frame;
    this.clock = clock;
  }

  /** The newest version, unless one is asked for. */
  @GetMapping("/monitor/diagram")
  String diagram(
      Actor.Operations operations,
      @RequestParam(defaultValue = "0") int version,
      Model model,
      Locale locale) {
    var versions = models.versions();
    if (version != 0 && !versions.contains(version)) {
      throw Problem.notFound();
    }
    var shown = version == 0 && !versions.isEmpty() ? versions.getFirst() : version;
    frame.fill(model, locale);
    model.addAttribute("versions", versions);
    model.addAttribute("version", shown);
    model.addAttribute("steps", uses.of(shown, clock.instant().minus(PERIOD)));
    return "monitoring/diagram";
  }

  @GetMapping(path = "/monitor/models/{version}", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  String bpmn(Actor.Operations operations, @PathVariable int version) {
    return models.bpmn(version).orElseThrow(Problem::notFound);
  }
}
