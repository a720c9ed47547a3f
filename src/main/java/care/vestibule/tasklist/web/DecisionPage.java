package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.decision.ApproveAccess;
import care.vestibule.accessrequest.decision.DeclineAccess;
import care.vestibule.accessrequest.decision.DeclineReason;
import care.vestibule.accessrequest.decision.KeyVerification;
import care.vestibule.accessrequest.hold.PlannedHoldBacks;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a doctor's answer and returns to the request, which then says what became of it. */
@Controller
@OnlyIn(Zone.PORTAL)
class DecisionPage {

  private final ApproveAccess approving;
  private final DeclineAccess declining;
  private final PlannedHoldBacks choices;
  private final TaskModel page;

  DecisionPage(
      ApproveAccess approving, DeclineAccess declining, PlannedHoldBacks choices, TaskModel page) {
    this.approving = approving;
    this.declining = declining;
    this.choices = choices;
    this.page = page;
  }

  @PostMapping("/tasks/{id}/approve")
  String approve(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @RequestParam String fingerprint,
      @RequestParam(defaultValue = "LINK_BOUND") KeyVerification verification,
      @RequestParam(defaultValue = "") Set<UUID> heldBack,
      TaskListParameters parameters) {
    var request = new AccessRequestId(id);
    return TaskRedirect.after(
        id,
        parameters,
        () -> {
          // What the page showed: a choice made or taken back elsewhere meanwhile is not passed
          // over.
          var shown = choices.among(doctor.hcp(), request, heldBack);
          if (shown.size() < heldBack.size()) {
            throw new Problem(Problem.Kind.CONFLICT, "has-holds");
          }
          approving.approve(request, doctor, fingerprint, verification, shown);
        },
        "approved");
  }

  @PostMapping("/tasks/{id}/decline")
  String decline(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @RequestParam DeclineReason reason,
      @RequestParam(defaultValue = "") String words,
      TaskListParameters parameters,
      Model model,
      HttpServletResponse response,
      Locale locale) {
    var request = new AccessRequestId(id);
    var news =
        TaskRedirect.attempt(() -> declining.decline(request, doctor, reason, words), "declined");
    if (news.equals("declined")) {
      return TaskRedirect.to(id, parameters, news);
    }
    // Nothing that was typed is lost because somebody else was faster.
    page.detail(model, doctor, request, parameters.query(), news, locale);
    model.addAttribute("typedReason", reason);
    model.addAttribute("typedWords", words);
    response.setStatus(HttpStatus.CONFLICT.value());
    return TaskModel.PAGE;
  }
}
