package care.vestibule.tasklist.web;

import care.vestibule.identity.Actor;
import care.vestibule.tasklist.SavedViews;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the filter that is on the page under a name, and forgets it again. */
@Controller
@OnlyIn(Zone.PORTAL)
class SavedViewPage {

  private final SavedViews views;

  SavedViewPage(SavedViews views) {
    this.views = views;
  }

  @PostMapping("/tasks/views")
  String keep(Actor.Doctor doctor, @RequestParam String name, TaskListParameters parameters) {
    var filter = TaskListParameters.of(parameters.query());
    TaskRedirect.attempt(() -> views.keep(doctor, name, filter), "");
    return back(filter);
  }

  @PostMapping("/tasks/views/forget")
  String forget(Actor.Doctor doctor, @RequestParam String name, TaskListParameters parameters) {
    views.forget(doctor, name);
    return back(TaskListParameters.of(parameters.query()));
  }

  private static String back(String filter) {
    return "redirect:/tasks" + (filter.isEmpty() ? "" : "?" + filter);
  }
}
