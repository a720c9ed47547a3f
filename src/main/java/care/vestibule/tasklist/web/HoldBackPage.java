package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.hold.HoldBack;
import care.vestibule.accessrequest.hold.HoldBackReason;
import care.vestibule.accessrequest.hold.HoldBacks;
import care.vestibule.accessrequest.hold.HoldableRecords;
import care.vestibule.accessrequest.hold.PlannedHoldBacks;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.identity.web.ShownTime;
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
class HoldBackPage {

  private static final String PAGE = "tasklist/records";

  private final Tasks tasks;
  private final HoldableRecords records;
  private final PlannedHoldBacks choices;
  private final HoldBacks holds;
  private final Clock clock;

  HoldBackPage(
      Tasks tasks,
      HoldableRecords records,
      PlannedHoldBacks choices,
      HoldBacks holds,
      Clock clock) {
    this.tasks = tasks;
    this.records = records;
    this.choices = choices;
    this.holds = holds;
    this.clock = clock;
  }

  @GetMapping
  String show(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      RecordListParameters shown,
      Model model,
      Locale locale) {
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
      RecordListParameters shown,
      Model model,
      HttpServletResponse response,
      Locale locale) {
    var task = task(doctor, id);
    var news = TaskRedirect.attempt(() -> choose(doctor, id, record, reason, until), "hold-chosen");
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
      TaskListParameters parameters) {
    return TaskRedirect.after(
        id,
        parameters,
        () -> choices.remove(doctor, new AccessRequestId(id), record),
        "hold-forgotten");
  }

  @PostMapping("/{record}/release")
  String release(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @PathVariable UUID record,
      TaskListParameters parameters) {
    return TaskRedirect.after(
        id,
        parameters,
        () -> holds.release(doctor, new AccessRequestId(id), record),
        "hold-released");
  }

  private void choose(Actor.Doctor doctor, UUID id, Set<UUID> ticked, String reason, String until) {
    if (ticked.isEmpty()) {
      throw new Problem(Problem.Kind.INVALID, "hold-nothing");
    }
    var why = HoldBackInput.reason(reason);
    var lastDay = HoldBackInput.day(until);
    choices.add(
        doctor,
        new AccessRequestId(id),
        ticked.stream().map(one -> new HoldBack(one, why, lastDay)).toList());
  }

  private TaskDetail task(Actor.Doctor doctor, UUID id) {
    return tasks.find(doctor, new AccessRequestId(id)).orElseThrow(Problem::notFound);
  }

  private void fill(
      Model model,
      Actor.Doctor doctor,
      TaskDetail task,
      RecordListParameters shown,
      Locale locale) {
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
    model.addAttribute("reasons", HoldBackReason.values());
    model.addAttribute("latest", records.latestDay());
    model.addAttribute("time", new ShownTime(clock, locale));
  }
}
