package care.vestibule.tasklist.web;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.notification.Decisions;
import care.vestibule.notification.DeclineReason;
import care.vestibule.notification.KeyVerification;
import care.vestibule.notification.NotificationId;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a doctor's answer and returns to the request, which then says what became of it. */
@Controller
@OnlyIn(Zone.PORTAL)
class AnswerForms {

  private final Decisions decisions;

  AnswerForms(Decisions decisions) {
    this.decisions = decisions;
  }

  @PostMapping("/tasks/{id}/approve")
  String approve(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @RequestParam String fingerprint,
      @RequestParam(defaultValue = "LINK_BOUND") KeyVerification verification) {
    return answered(
        id,
        () -> decisions.approve(new NotificationId(id), doctor, fingerprint, verification),
        "approved");
  }

  @PostMapping("/tasks/{id}/decline")
  String decline(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @RequestParam DeclineReason reason,
      @RequestParam(defaultValue = "") String words) {
    return answered(
        id, () -> decisions.decline(new NotificationId(id), doctor, reason, words), "declined");
  }

  // A conflict is news, not an error: the page says what happened and shows the present state.
  private static String answered(UUID id, Runnable answer, String done) {
    var news = done;
    try {
      answer.run();
    } catch (Problem problem) {
      if (problem.status() != HttpStatus.CONFLICT) {
        throw problem;
      }
      news = problem.slug();
    }
    return "redirect:/tasks/" + id + "?news=" + news;
  }
}
