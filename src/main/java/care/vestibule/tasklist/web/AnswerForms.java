package care.vestibule.tasklist.web;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.notification.Decisions;
import care.vestibule.notification.DeclineReason;
import care.vestibule.notification.NotificationId;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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
      RedirectAttributes page) {
    return answered(
        id, page, () -> decisions.approve(new NotificationId(id), doctor, fingerprint), "approved");
  }

  @PostMapping("/tasks/{id}/decline")
  String decline(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @RequestParam DeclineReason reason,
      @RequestParam(defaultValue = "") String words,
      RedirectAttributes page) {
    return answered(
        id,
        page,
        () -> decisions.decline(new NotificationId(id), doctor, reason, words),
        "declined");
  }

  // A conflict is news, not an error: the page says what happened and shows the present state.
  private static String answered(UUID id, RedirectAttributes page, Runnable answer, String done) {
    try {
      answer.run();
      page.addFlashAttribute("message", done);
    } catch (Problem problem) {
      if (problem.status() != HttpStatus.CONFLICT) {
        throw problem;
      }
      page.addFlashAttribute("conflict", problem.title());
    }
    return "redirect:/tasks/" + id;
  }
}
