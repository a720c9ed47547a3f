package care.vestibule.tasklist.web;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.notification.NotificationId;
import care.vestibule.sharing.HoldBack;
import care.vestibule.sharing.HoldChoices;
import care.vestibule.sharing.HoldReason;
import care.vestibule.sharing.HoldableRecords;
import care.vestibule.sharing.Holds;
import care.vestibule.tasklist.TaskDetail;
import care.vestibule.tasklist.Tasks;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A doctor chooses single records to hold back, takes a choice back, or ends a hold early. */
@Controller
@OnlyIn(Zone.PORTAL)
@RequestMapping("/tasks/{id}/records")
class HoldForms {

  private static final String PAGE = "tasklist/records";

  private final Tasks tasks;
  private final HoldableRecords records;
  private final HoldChoices choices;
  private final Holds holds;
  private final Clock clock;

  HoldForms(Tasks tasks, HoldableRecords records, HoldChoices choices, Holds holds, Clock clock) {
    this.tasks = tasks;
    this.records = records;
    this.choices = choices;
    this.holds = holds;
    this.clock = clock;
  }

  @GetMapping
  String show(Actor.Doctor doctor, @PathVariable UUID id, Shown shown, Model model, Locale locale) {
    var task = task(doctor, id);
    if (!task.isAnswerable()) {
      return "redirect:/tasks/" + id;
    }
    fill(model, doctor, task, shown, locale);
    model.addAttribute("news", shown.isDone() ? "hold-chosen" : "");
    return PAGE;
  }

  @PostMapping
  String choose(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") Set<UUID> record,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String until,
      Shown shown,
      Model model,
      HttpServletResponse response,
      Locale locale) {
    var task = task(doctor, id);
    var news = Returning.attempt(() -> choose(doctor, id, record, reason, until), "hold-chosen");
    if (news.equals("hold-chosen")) {
      return "redirect:/tasks/" + id + "/records?" + shown.query() + "&done=true";
    }
    // What was ticked and typed is kept.
    fill(model, doctor, task, shown, locale);
    model.addAttribute("news", news);
    model.addAttribute("ticked", record);
    model.addAttribute("typedReason", reason);
    model.addAttribute("typedDay", until);
    response.setStatus(HttpStatus.CONFLICT.value());
    return PAGE;
  }

  @PostMapping("/{record}/forget")
  String forget(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @PathVariable UUID record,
      ListParameters parameters) {
    return Returning.after(
        id,
        parameters,
        () -> choices.remove(doctor, new NotificationId(id), record),
        "hold-forgotten");
  }

  @PostMapping("/{record}/release")
  String release(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @PathVariable UUID record,
      ListParameters parameters) {
    return Returning.after(
        id,
        parameters,
        () -> holds.release(doctor, new NotificationId(id), record),
        "hold-released");
  }

  private void choose(Actor.Doctor doctor, UUID id, Set<UUID> ticked, String reason, String until) {
    if (ticked.isEmpty()) {
      throw new Problem(HttpStatus.BAD_REQUEST, "hold-nothing", "Choose at least one record.");
    }
    var why = HoldWords.reason(reason);
    var lastDay = HoldWords.day(until);
    choices.add(
        doctor,
        new NotificationId(id),
        ticked.stream().map(one -> new HoldBack(one, why, lastDay)).toList());
  }

  private TaskDetail task(Actor.Doctor doctor, UUID id) {
    return tasks.find(doctor, new NotificationId(id)).orElseThrow(Problem::notFound);
  }

  private void fill(Model model, Actor.Doctor doctor, TaskDetail task, Shown shown, Locale locale) {
    model.addAttribute("area", "staff");
    model.addAttribute("task", task);
    var page =
        records.page(task.id(), task.row().patient(), doctor.hcp(), shown.kind(), shown.position());
    model.addAttribute("page", page);
    model.addAttribute("kinds", new TreeMap<>(task.preview().byType()));
    model.addAttribute("only", shown.kind().orElse(""));
    model.addAttribute("here", shown.query());
    shown.position().ifPresent(from -> model.addAttribute("newest", shown.first()));
    page.next().ifPresent(from -> model.addAttribute("older", shown.query(page.next())));
    model.addAttribute("reasons", HoldReason.values());
    model.addAttribute("latest", records.latestDay());
    model.addAttribute("time", new ShownTime(clock, locale));
  }
}
