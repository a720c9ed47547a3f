package care.vestibule.desk.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.PersonChecks;
import care.vestibule.accessrequest.PersonOutcome;
import care.vestibule.desk.DeskChecks;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.identity.web.ShownTime;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Doctors ask whether it is the patient who asks; the desk finds out and answers. */
@Controller
@OnlyIn(Zone.PORTAL)
class PersonCheckPage {

  private static final Set<String> NEWS = Set.of("answered", "already-answered");

  private final DeskChecks open;
  private final PersonChecks checks;
  private final Clock clock;

  PersonCheckPage(DeskChecks open, PersonChecks checks, Clock clock) {
    this.open = open;
    this.checks = checks;
    this.clock = clock;
  }

  @GetMapping("/desk/checks")
  String list(
      Actor.Desk desk, @RequestParam(defaultValue = "") String news, Model model, Locale locale) {
    model.addAttribute("area", "staff");
    model.addAttribute("checks", open.all());
    model.addAttribute("outcomes", PersonOutcome.values());
    model.addAttribute("time", new ShownTime(clock, locale));
    model.addAttribute("news", NEWS.contains(news) ? news : "");
    return "desk/checks";
  }

  @PostMapping("/desk/checks/{id}")
  String answer(Actor.Desk desk, @PathVariable UUID id, @RequestParam PersonOutcome outcome) {
    try {
      checks.answer(new AccessRequestId(id), desk, outcome);
      return "redirect:/desk/checks?news=answered";
    } catch (Problem problem) {
      if (problem.kind() != Problem.Kind.CONFLICT) {
        throw problem;
      }
      return "redirect:/desk/checks?news=" + problem.slug();
    }
  }
}
