package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.decision.KeyVerification;
import care.vestibule.identity.Actor;
import care.vestibule.identity.web.ShownTime;
import care.vestibule.tasklist.BulkApproval;
import care.vestibule.tasklist.CheckedRequests;
import care.vestibule.tasklist.CheckedRequests.CheckedRequest;
import care.vestibule.tasklist.TaskRow;
import care.vestibule.tasklist.Tasks;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests that were checked one by one, approved together. */
@Controller
@OnlyIn(Zone.PORTAL)
class SelectionPage {

  private static final String PAGE = "tasklist/selection";

  private final Tasks tasks;
  private final CheckedRequests looks;
  private final BulkApproval approval;
  private final Clock clock;

  SelectionPage(Tasks tasks, CheckedRequests looks, BulkApproval approval, Clock clock) {
    this.tasks = tasks;
    this.looks = looks;
    this.approval = approval;
    this.clock = clock;
  }

  @PostMapping("/tasks/{id}/check")
  String check(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @RequestParam String fingerprint,
      @RequestParam(defaultValue = "LINK_BOUND") KeyVerification verification,
      TaskListParameters parameters) {
    var look = new CheckedRequest(new AccessRequestId(id), fingerprint, verification);
    return TaskRedirect.after(id, parameters, () -> looks.add(doctor, look), "checked");
  }

  @PostMapping("/tasks/{id}/uncheck")
  String uncheck(Actor.Doctor doctor, @PathVariable UUID id, TaskListParameters parameters) {
    return TaskRedirect.after(
        id, parameters, () -> looks.remove(doctor, new AccessRequestId(id)), "unchecked");
  }

  @GetMapping("/tasks/selection")
  String show(Actor.Doctor doctor, Model model, Locale locale) {
    fill(model, tasks.checked(doctor), locale);
    return PAGE;
  }

  @PostMapping("/tasks/selection")
  String approve(
      Actor.Doctor doctor,
      @RequestParam(defaultValue = "") List<UUID> wanted,
      Model model,
      Locale locale) {
    var before = tasks.checked(doctor);
    var outcomes =
        approval.approve(
            doctor, wanted.stream().map(AccessRequestId::new).collect(Collectors.toSet()));
    fill(model, tasks.checked(doctor), locale);
    var names =
        before.stream().collect(Collectors.toMap(TaskRow::id, Function.identity(), (a, b) -> a));
    model.addAttribute("outcomes", outcomes);
    model.addAttribute("named", names);
    return PAGE;
  }

  private void fill(Model model, List<TaskRow> rows, Locale locale) {
    model.addAttribute("area", "staff");
    model.addAttribute("rows", rows);
    model.addAttribute("time", new ShownTime(clock, locale));
  }
}
