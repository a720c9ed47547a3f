package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.decision.ManualStatusChanges;
import care.vestibule.accessrequest.deputy.Assignments;
import care.vestibule.directory.HcpId;
import care.vestibule.identity.Actor;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is on a request: take it, give it back, hand it to a colleague. */
@Controller
@OnlyIn(Zone.PORTAL)
class AssignmentPage {

  private final ManualStatusChanges statuses;
  private final Assignments assignments;

  AssignmentPage(ManualStatusChanges statuses, Assignments assignments) {
    this.statuses = statuses;
    this.assignments = assignments;
  }

  @PostMapping("/tasks/{id}/take")
  String take(Actor.Doctor doctor, @PathVariable UUID id, TaskListParameters parameters) {
    return TaskRedirect.after(
        id, parameters, () -> statuses.take(new AccessRequestId(id), doctor), "taken-by-you");
  }

  @PostMapping("/tasks/{id}/release")
  String release(Actor.Doctor doctor, @PathVariable UUID id, TaskListParameters parameters) {
    return TaskRedirect.after(
        id,
        parameters,
        () -> statuses.change(new AccessRequestId(id), doctor, AccessRequestStatus.PENDING),
        "released");
  }

  @PostMapping("/tasks/{id}/assign")
  String assign(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @RequestParam UUID colleague,
      TaskListParameters parameters) {
    return TaskRedirect.after(
        id,
        parameters,
        () -> assignments.assign(new AccessRequestId(id), doctor, new HcpId(colleague)),
        "assigned");
  }
}
