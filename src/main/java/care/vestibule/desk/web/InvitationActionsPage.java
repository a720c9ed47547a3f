package care.vestibule.desk.web;

import care.vestibule.enrolment.DeskCodes;
import care.vestibule.identity.Actor;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationRefused;
import care.vestibule.invitation.Invitations;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the desk does about an invitation that went out. */
@Controller
@OnlyIn(Zone.PORTAL)
class InvitationActionsPage {

  private final Invitations invitations;
  private final DeskCodes codes;
  private final InvitationModel view;

  InvitationActionsPage(Invitations invitations, DeskCodes codes, InvitationModel view) {
    this.invitations = invitations;
    this.codes = codes;
    this.view = view;
  }

  @PostMapping("/desk/invitations/{id}/resend")
  String resend(Actor.Desk desk, @PathVariable UUID id) {
    var invitation = new InvitationId(id);
    return DeskAction.take(
        invitation,
        () -> {
          invitations.resend(invitation, desk);
          return FlashMessage.RESENT;
        });
  }

  @GetMapping("/desk/invitations/{id}/withdraw")
  String confirm(Actor.Desk desk, @PathVariable UUID id, Model model, Locale locale) {
    view.fill(model, locale, new InvitationId(id));
    return "desk/withdraw";
  }

  @PostMapping("/desk/invitations/{id}/withdraw")
  String withdraw(
      Actor.Desk desk,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean revokeShares) {
    var invitation = new InvitationId(id);
    return DeskAction.take(
        invitation,
        () -> {
          invitations.withdraw(invitation, revokeShares, desk);
          return FlashMessage.WITHDRAWN;
        });
  }

  // Answers with the code itself: no address leads to it a second time.
  @PostMapping("/desk/invitations/{id}/code")
  String code(Actor.Desk desk, @PathVariable UUID id, Model model, Locale locale) {
    var invitation = new InvitationId(id);
    try {
      model.addAttribute("code", codes.handOut(invitation, desk));
    } catch (InvitationRefused refused) {
      return "redirect:/desk/invitations/" + id + "?refused=" + DeskAction.known(refused);
    }
    view.fill(model, locale, invitation);
    return "desk/code";
  }
}
