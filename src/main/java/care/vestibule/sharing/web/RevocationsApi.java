package care.vestibule.sharing.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.sharing.Rekey;
import care.vestibule.sharing.RevocationReason;
import care.vestibule.sharing.RevokeShare;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Taking back what was shared. */
@RestController
@OnlyIn(Zone.PORTAL)
class RevocationsApi {

  private final RevokeShare revoking;

  RevocationsApi(RevokeShare revoking) {
    this.revoking = revoking;
  }

  @PostMapping("/api/v1/notifications/{id}/revoke")
  @Operation(summary = "Takes back what was shared for this request; what was read stays read")
  RevocationView revoke(Actor actor, @PathVariable UUID id, @RequestBody RevokeBody body) {
    return RevocationView.of(
        revoking.revoke(actor, new AccessRequestId(id), body.coded(), body.when()));
  }

  @GetMapping("/api/v1/notifications/{id}/revocation")
  @Operation(summary = "The revocation of the share, and how far the agent has come with it")
  RevocationView revocation(Actor actor, @PathVariable UUID id) {
    return revoking
        .find(actor, new AccessRequestId(id))
        .map(RevocationView::of)
        .orElseThrow(Problem::notFound);
  }

  /**
   * Why, as a code of {@link RevocationReason}, and {@code "rekey": "now"} for new content keys.
   */
  record RevokeBody(@Nullable String reason, @Nullable String rekey) {

    RevocationReason coded() {
      for (var known : RevocationReason.values()) {
        if (known.name().equals(reason)) {
          return known;
        }
      }
      throw new Problem(Problem.Kind.INVALID, "unknown-reason");
    }

    Rekey when() {
      return switch (rekey == null ? "next-write" : rekey) {
        case "next-write" -> Rekey.NEXT_WRITE;
        case "now" -> Rekey.NOW;
        default -> throw new Problem(Problem.Kind.INVALID, "unknown-rekey");
      };
    }
  }
}
