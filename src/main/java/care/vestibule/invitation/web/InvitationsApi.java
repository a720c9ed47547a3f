package care.vestibule.invitation.web;

import static care.vestibule.invitation.web.RefusalProblems.orProblem;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.invitation.HcpAnswers;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationRequest;
import care.vestibule.invitation.Invitations;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Invitations for the clinic's own system. */
@RestController
@OnlyIn(Zone.PORTAL)
@RequestMapping("/api/v1/invitations")
class InvitationsApi {

  private final Invitations invitations;
  private final HcpAnswers approvals;

  InvitationsApi(Invitations invitations, HcpAnswers approvals) {
    this.invitations = invitations;
    this.approvals = approvals;
  }

  @PostMapping
  @Operation(summary = "Invites a patient; 201 if made now, 200 if it is live already")
  ResponseEntity<InvitationView> request(
      Actor.ClinicSystem system,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody NewInvitationBody body) {
    if (key != null && !key.matches("[!-~]{1,200}")) {
      throw RequestValues.invalid();
    }
    var request = body.request();
    var made = orProblem(() -> invitations.request(request, Optional.ofNullable(key), system));
    return ResponseEntity.status(made.created() ? HttpStatus.CREATED : HttpStatus.OK)
        .location(URI.create("/api/v1/invitations/" + made.invitation().id()))
        .body(view(made.invitation()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "Where an invitation stands, and each doctor's part of it")
  InvitationView find(Actor.ClinicSystem system, @PathVariable UUID id) {
    return view(invitations.find(new InvitationId(id)).orElseThrow(Problem::notFound));
  }

  @PostMapping("/{id}/resend")
  @Operation(summary = "Sends a new link; every older one stops working at once")
  InvitationView resend(Actor.ClinicSystem system, @PathVariable UUID id) {
    return view(orProblem(() -> invitations.resend(new InvitationId(id), system)));
  }

  @PostMapping("/{id}/withdraw")
  @Operation(summary = "Takes an invitation back, and what was shared if asked to")
  InvitationView withdraw(
      Actor.ClinicSystem system,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable WithdrawBody body) {
    boolean revoke = body != null && Boolean.TRUE.equals(body.revokeShares());
    return view(orProblem(() -> invitations.withdraw(new InvitationId(id), revoke, system)));
  }

  private InvitationView view(Invitation invitation) {
    return InvitationView.of(invitation, approvals.of(invitation.id()));
  }

  /**
   * What a clinic's system sends to invite a patient.
   *
   * @param channel {@code email}, {@code sms}, {@code letter} or {@code auto}, which is the default
   * @param tokenValidity an ISO 8601 duration, one hour by default
   * @param purpose {@code new-user}, which is the default, or {@code new-key} for a user whose
   *     device is lost
   */
  record NewInvitationBody(
      UUID patientId,
      UUID invitedBy,
      @Nullable String channel,
      @Nullable Duration tokenValidity,
      @Nullable String purpose) {

    InvitationRequest request() {
      return new InvitationRequest(
          new PatientId(RequestValues.required(patientId)),
          new HcpId(RequestValues.required(invitedBy)),
          RequestValues.wish(channel == null ? "auto" : channel),
          RequestValues.positive(tokenValidity == null ? Duration.ofHours(1) : tokenValidity),
          RequestValues.purpose(purpose == null ? "new-user" : purpose));
    }
  }

  /**
   * How to withdraw.
   *
   * @param revokeShares whether what was shared is to be revoked too; not, if absent
   */
  record WithdrawBody(@Nullable Boolean revokeShares) {}
}
