package care.vestibule.tasklist.web;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.notification.DeclineReason;
import care.vestibule.notification.NotificationId;
import care.vestibule.tasklist.Tasks;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Shows a doctor's requests, and one of them beside the list. */
@Controller
@OnlyIn(Zone.PORTAL)
class TaskPage {

  private static final Set<String> NEWS =
      Set.of("approved", "declined", "already-decided", "taken", "closed", "no-key", "key-changed");
  private static final String PAGE = "tasklist/tasks";

  private final Tasks tasks;
  private final Clock clock;

  TaskPage(Tasks tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  @GetMapping("/tasks")
  String list(
      Actor.Doctor doctor,
      @RequestParam(defaultValue = "open") Shown show,
      Model model,
      Locale locale) {
    fill(model, doctor, show, locale);
    return PAGE;
  }

  @GetMapping("/tasks/{id}")
  String detail(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "open") Shown show,
      @RequestParam(defaultValue = "") String news,
      Model model,
      Locale locale) {
    var task = tasks.find(doctor, new NotificationId(id)).orElseThrow(Problem::notFound);
    fill(model, doctor, show, locale);
    model.addAttribute("task", task);
    model.addAttribute("news", NEWS.contains(news) ? news : "");
    return PAGE;
  }

  private void fill(Model model, Actor.Doctor doctor, Shown show, Locale locale) {
    var list = tasks.of(doctor);
    model.addAttribute("area", "staff");
    model.addAttribute("list", list);
    model.addAttribute("show", show);
    model.addAttribute("rows", show == Shown.open ? list.open() : list.done());
    model.addAttribute("reasons", DeclineReason.values());
    model.addAttribute("time", new ShownTime(clock.getZone(), locale));
  }

  /** The halves of the list, as they stand in the address. */
  enum Shown {
    open,
    done
  }
}
