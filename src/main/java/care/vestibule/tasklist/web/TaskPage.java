package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.identity.Actor;
import care.vestibule.tasklist.live.OpenTaskLists;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Shows a doctor's requests, and one of them beside the list. */
@Controller
@OnlyIn(Zone.PORTAL)
class TaskPage {

  private final TaskModel page;
  private final OpenTaskLists watchers;

  TaskPage(TaskModel page, OpenTaskLists watchers) {
    this.page = page;
    this.watchers = watchers;
  }

  @GetMapping("/tasks")
  String list(Actor.Doctor doctor, TaskListParameters parameters, Model model, Locale locale) {
    page.list(model, doctor, parameters.query(), locale);
    return TaskModel.PAGE;
  }

  /** The list alone, for a page that is open already. */
  @GetMapping("/tasks/rows")
  String rows(Actor.Doctor doctor, TaskListParameters parameters, Model model, Locale locale) {
    page.list(model, doctor, parameters.query(), locale);
    return "tasklist/list :: list";
  }

  @GetMapping("/tasks/{id}")
  String detail(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      TaskListParameters parameters,
      @RequestParam(defaultValue = "") String news,
      Model model,
      Locale locale) {
    page.detail(model, doctor, new AccessRequestId(id), parameters.query(), news, locale);
    return TaskModel.PAGE;
  }

  @GetMapping(path = "/tasks/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(Actor.Doctor doctor, HttpServletResponse response) {
    // A proxy that collects the stream would make it late.
    response.setHeader("X-Accel-Buffering", "no");
    response.setHeader("Cache-Control", "no-store");
    return watchers.watch(doctor);
  }
}
