package care.vestibule.monitoring.web;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.deputy.Deputyships;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.monitoring.operations.OperationKind;
import care.vestibule.monitoring.operations.OperationOrder;
import care.vestibule.monitoring.operations.OperationReason;
import care.vestibule.monitoring.operations.OperationRefused;
import care.vestibule.monitoring.operations.Operations;
import care.vestibule.monitoring.processes.ProcessInstances;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Deciding something about one process: the form, what came of it, and telling the engine again.
 */
@Controller
@OnlyIn(Zone.PORTAL)
class OperationPage {

  private final ProcessInstances instances;
  private final Operations operations;
  private final AccessRequests notifications;
  private final Deputyships deputyships;
  private final DashboardModel frame;

  OperationPage(
      ProcessInstances instances,
      Operations operations,
      AccessRequests notifications,
      Deputyships deputyships,
      DashboardModel frame) {
    this.instances = instances;
    this.operations = operations;
    this.notifications = notifications;
    this.deputyships = deputyships;
    this.frame = frame;
  }

  @GetMapping("/monitor/instances/{key}/operations/{kind}")
  String ask(
      Actor.Operations actor,
      @PathVariable long key,
      @PathVariable String kind,
      @ModelAttribute("form") OperationForm form,
      Model model,
      Locale locale) {
    return page(key, kindOf(kind), form, "", model, locale);
  }

  @PostMapping("/monitor/instances/{key}/operations/{kind}")
  String carryOut(
      Actor.Operations actor,
      @PathVariable long key,
      @PathVariable String kind,
      @ModelAttribute("form") OperationForm form,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    try {
      operations.carryOut(key, form.order(kindOf(kind)), actor);
      return "redirect:/monitor/instances/" + key + "#operations";
    } catch (OperationRefused e) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return page(key, kindOf(kind), form, e.why().name(), model, locale);
    }
  }

  @PostMapping("/monitor/operations/{id}/tell")
  String tellAgain(Actor.Operations actor, @PathVariable UUID id) {
    return "redirect:/monitor/instances/" + operations.tellAgain(id) + "#operations";
  }

  private String page(
      long key,
      OperationKind kind,
      OperationForm form,
      String refused,
      Model model,
      Locale locale) {
    model.addAttribute("instance", instances.find(key).orElseThrow(Problem::notFound));
    frame.fill(model, locale);
    model.addAttribute("kind", kind);
    model.addAttribute("address", addressOf(kind));
    model.addAttribute("reasons", OperationReason.values());
    model.addAttribute("refused", refused);
    if (kind == OperationKind.HAND_OVER) {
      var asked = asked(form).orElseThrow(Problem::notFound);
      model.addAttribute("colleagues", deputyships.colleaguesOf(asked.hcp()));
    }
    return "monitoring/operation";
  }

  private Optional<AccessRequest> asked(OperationForm form) {
    return Optional.ofNullable(form.notification())
        .flatMap(id -> notifications.find(new AccessRequestId(id)));
  }

  private static OperationKind kindOf(String address) {
    for (var kind : OperationKind.values()) {
      if (addressOf(kind).equals(address)) {
        return kind;
      }
    }
    throw Problem.notFound();
  }

  private static String addressOf(OperationKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What was filled in; what is missing or cannot be read is refused with the reason why. */
  public record OperationForm(
      @Nullable OperationReason reason,
      @Nullable String words,
      @Nullable Integer days,
      @Nullable UUID notification,
      @Nullable UUID colleague) {

    OperationOrder order(OperationKind kind) {
      if (reason == null) {
        throw new OperationRefused(OperationRefused.Why.NO_REASON);
      }
      return new OperationOrder(
          kind,
          reason,
          Optional.ofNullable(words).orElse(""),
          Optional.ofNullable(days).orElse(0),
          Optional.ofNullable(notification),
          Optional.ofNullable(colleague));
    }
  }
}
