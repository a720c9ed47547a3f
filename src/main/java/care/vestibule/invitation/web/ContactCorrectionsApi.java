package care.vestibule.invitation.web;

import static care.vestibule.invitation.web.RefusalProblems.orProblem;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.invitation.FixContact;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.RequestedChannel;
import care.vestibule.messaging.Channel;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The desk's answer to an invitation that reached nobody. */
@RestController
@OnlyIn(Zone.PORTAL)
class ContactCorrectionsApi {

  private final FixContact corrections;

  ContactCorrectionsApi(FixContact corrections) {
    this.corrections = corrections;
  }

  @PostMapping("/api/v1/invitations/{id}/fix-contact")
  @Operation(summary = "Corrects the contact and sends again, or ends the invitation")
  InvitationView fix(
      Actor.ClinicSystem system, @PathVariable UUID id, @RequestBody FixContactBody body) {
    var invitation = new InvitationId(id);
    return InvitationView.of(
        orProblem(
            () ->
                body.contactCorrected()
                    ? correct(invitation, body, system)
                    : corrections.giveUp(invitation, system)),
        List.of());
  }

  private Invitation correct(InvitationId id, FixContactBody body, Actor.ClinicSystem system) {
    var wish = RequestValues.wish(RequestValues.required(body.channel()));
    var value = RequestValues.required(body.value());
    if (wish != RequestedChannel.EMAIL && wish != RequestedChannel.SMS) {
      throw RequestValues.invalid();
    }
    try {
      var channel = wish == RequestedChannel.EMAIL ? Channel.EMAIL : Channel.SMS;
      return corrections.correct(id, channel, value, system);
    } catch (IllegalArgumentException e) {
      throw new Problem(Problem.Kind.UNPROCESSABLE, "contact-invalid");
    }
  }

  /**
   * What the desk found out about a contact that did not work.
   *
   * @param contactCorrected whether there is a better one; if not, the invitation ends
   * @param channel {@code email} or {@code sms}
   * @param value the address or the mobile number
   */
  record FixContactBody(
      boolean contactCorrected, @Nullable String channel, @Nullable String value) {}
}
