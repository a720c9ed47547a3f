package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.deputy.Deputyships;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.identity.Actor;
import care.vestibule.identity.web.ShownTime;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A doctor arranges who stands in while they are away. */
@Controller
@OnlyIn(Zone.PORTAL)
class DeputyPage {

  private static final Set<String> NEWS = Set.of("set", "ended", "no-colleague", "no-such-days");

  private final Deputyships deputyships;
  private final Clock clock;

  DeputyPage(Deputyships deputyships, Clock clock) {
    this.deputyships = deputyships;
    this.clock = clock;
  }

  @GetMapping("/tasks/deputies")
  String show(
      Actor.Doctor doctor,
      @RequestParam(defaultValue = "") String news,
      Model model,
      Locale locale) {
    var colleagues = deputyships.colleaguesOf(doctor.hcp());
    model.addAttribute("area", "staff");
    model.addAttribute("deputyships", deputyships.of(doctor.hcp()));
    model.addAttribute("colleagues", colleagues);
    model.addAttribute(
        "names",
        colleagues.stream()
            .collect(
                Collectors.toMap(HealthcareProfessional::id, HealthcareProfessional::displayName)));
    model.addAttribute("time", new ShownTime(clock, locale));
    model.addAttribute("news", NEWS.contains(news) ? news : "");
    return "tasklist/deputies";
  }

  @PostMapping("/tasks/deputies")
  String arrange(
      Actor.Doctor doctor,
      @RequestParam UUID colleague,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until) {
    return back(
        TaskRedirect.attempt(
            () -> deputyships.arrange(doctor, new HcpId(colleague), from, until), "set"));
  }

  @PostMapping("/tasks/deputies/{id}/end")
  String end(Actor.Doctor doctor, @PathVariable UUID id) {
    deputyships.end(doctor, id);
    return back("ended");
  }

  private static String back(String news) {
    return "redirect:/tasks/deputies?news=" + news;
  }
}
