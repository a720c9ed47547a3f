package care.vestibule.tasklist.web;

import care.vestibule.directory.HcpId;
import care.vestibule.identity.Actor;
import care.vestibule.notification.Assignments;
import care.vestibule.notification.NotificationId;
import care.vestibule.notification.NotificationStatus;
import care.vestibule.notification.StatusRequests;
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
class HandForms {

  private final StatusRequests statuses;
  private final Assignments assignments;

  HandForms(StatusRequests statuses, Assignments assignments) {
    this.statuses = statuses;
    this.assignments = assignments;
  }

  @PostMapping("/tasks/{id}/take")
  String take(Actor.Doctor doctor, @PathVariable UUID id, ListParameters parameters) {
    return Returning.after(
        id, parameters, () -> statuses.take(new NotificationId(id), doctor), "taken-by-you");
  }

  @PostMapping("/tasks/{id}/release")
  String release(Actor.Doctor doctor, @PathVariable UUID id, ListParameters parameters) {
    return Returning.after(
        id,
        parameters,
        () -> statuses.change(new NotificationId(id), doctor, NotificationStatus.PENDING),
        "released");
  }

  @PostMapping("/tasks/{id}/assign")
  String assign(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @RequestParam UUID colleague,
      ListParameters parameters) {
    return Returning.after(
        id,
        parameters,
        () -> assignments.assign(new NotificationId(id), doctor, new HcpId(colleague)),
        "assigned");
  }
}
