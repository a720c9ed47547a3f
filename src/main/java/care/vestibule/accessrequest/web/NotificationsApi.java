package care.vestibule.accessrequest.web;

import care.vestibule.accessrequest.AccessRequestCursor;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestList;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.VisibleAccessRequests;
import care.vestibule.accessrequest.decision.ApproveAccess;
import care.vestibule.accessrequest.decision.DeclineAccess;
import care.vestibule.accessrequest.decision.DeclineReason;
import care.vestibule.accessrequest.decision.KeyVerification;
import care.vestibule.accessrequest.decision.ManualStatusChanges;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notifications for doctors and for the clinic's system. */
@RestController
@OnlyIn(Zone.PORTAL)
@RequestMapping("/api/v1/notifications")
class NotificationsApi {

  private final VisibleAccessRequests visible;
  private final ManualStatusChanges statuses;
  private final ApproveAccess approving;
  private final DeclineAccess declining;

  NotificationsApi(
      VisibleAccessRequests visible,
      ManualStatusChanges statuses,
      ApproveAccess approving,
      DeclineAccess declining) {
    this.visible = visible;
    this.statuses = statuses;
    this.approving = approving;
    this.declining = declining;
  }

  @GetMapping
  @Operation(summary = "Lists notifications, oldest first, a page at a time")
  PageView list(Actor actor, @ParameterObject FilterParameters parameters) {
    return PageView.of(visible.page(actor, parameters.filter()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One notification")
  NotificationView find(Actor actor, @PathVariable UUID id) {
    return NotificationView.of(visible.get(actor, new AccessRequestId(id)));
  }

  @PatchMapping("/{id}")
  @Operation(
      summary = "Takes a request (ongoing), gives it back (pending), or declines (cancelled)")
  NotificationView change(
      Actor.Doctor doctor, @PathVariable UUID id, @RequestBody Map<String, Object> body) {
    var status = StatusBody.wanted(body);
    return NotificationView.of(statuses.change(new AccessRequestId(id), doctor, status));
  }

  @PostMapping("/{id}/approve")
  @Operation(summary = "Shares what this doctor holds with the key of that fingerprint")
  NotificationView approve(
      Actor.Doctor doctor, @PathVariable UUID id, @RequestBody ApproveBody body) {
    approving.approve(new AccessRequestId(id), doctor, body.given(), body.sureness(), List.of());
    return find(doctor, id);
  }

  @PostMapping("/{id}/decline")
  @Operation(summary = "Shares nothing, with a coded reason and words to the patient")
  NotificationView decline(
      Actor.Doctor doctor, @PathVariable UUID id, @RequestBody DeclineBody body) {
    declining.decline(new AccessRequestId(id), doctor, body.coded(), body.words());
    return find(doctor, id);
  }

  /** The fingerprint of the patient's key as the doctor saw it: 6 groups of 5 digits. */
  record ApproveBody(@Nullable String fingerprint, @Nullable String verification) {

    String given() {
      if (fingerprint == null) {
        throw new Problem(Problem.Kind.INVALID, "fingerprint-missing");
      }
      return fingerprint;
    }

    KeyVerification sureness() {
      if (verification == null) {
        return KeyVerification.LINK_BOUND;
      }
      for (var known : KeyVerification.values()) {
        if (known.name().equals(verification)) {
          return known;
        }
      }
      throw new Problem(Problem.Kind.INVALID, "unknown-verification");
    }
  }

  /** Why not: a code of {@link DeclineReason} and words to the patient. */
  record DeclineBody(@Nullable String reason, @Nullable String message) {

    DeclineReason coded() {
      for (var known : DeclineReason.values()) {
        if (known.name().equals(reason)) {
          return known;
        }
      }
      throw new Problem(Problem.Kind.INVALID, "unknown-reason");
    }

    String words() {
      return message == null ? "" : message;
    }
  }

  /** A page of notifications; {@code next} is the cursor of the page after it. */
  record PageView(List<NotificationView> notifications, @Nullable String next) {

    static PageView of(AccessRequestList page) {
      return new PageView(
          page.notifications().stream().map(NotificationView::of).toList(),
          page.next().map(AccessRequestCursor::toString).orElse(null));
    }
  }

  /** Reads a change of a notification, of which only the status may change. */
  static final class StatusBody {

    private StatusBody() {}

    // A map, because a record would silently drop what must be refused.
    static AccessRequestStatus wanted(Map<String, Object> body) {
      if (!body.keySet().equals(Set.of("status"))) {
        throw new Problem(Problem.Kind.INVALID, "immutable-field");
      }
      for (var known : AccessRequestStatus.values()) {
        if (known.name().toLowerCase(Locale.ROOT).equals(body.get("status"))) {
          return known;
        }
      }
      throw new Problem(Problem.Kind.INVALID, "unknown-status");
    }
  }
}
