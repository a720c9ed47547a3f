package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.PersonChecks;
import care.vestibule.identity.Actor;
import care.vestibule.tasklist.Comments;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Words to colleagues, and a question to the desk. */
@Controller
@OnlyIn(Zone.PORTAL)
class CommentPage {

  private final Comments comments;
  private final PersonChecks checks;

  CommentPage(Comments comments, PersonChecks checks) {
    this.comments = comments;
    this.checks = checks;
  }

  @PostMapping("/tasks/{id}/comments")
  String comment(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @RequestParam String words,
      TaskListParameters parameters) {
    return TaskRedirect.after(
        id, parameters, () -> comments.add(doctor, new AccessRequestId(id), words), "commented");
  }

  @PostMapping("/tasks/{id}/person-check")
  String askTheDesk(Actor.Doctor doctor, @PathVariable UUID id, TaskListParameters parameters) {
    return TaskRedirect.after(
        id, parameters, () -> checks.ask(new AccessRequestId(id), doctor), "check-asked");
  }
}
