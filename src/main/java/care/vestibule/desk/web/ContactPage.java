package care.vestibule.desk.web;

import care.vestibule.identity.Actor;
import care.vestibule.invitation.FixContact;
import care.vestibule.invitation.InvitationId;
import care.vestibule.messaging.Channel;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a better address or number, or the word that there is none. */
@Controller
@OnlyIn(Zone.PORTAL)
class ContactPage {

  private final FixContact corrections;
  private final InvitationModel view;

  ContactPage(FixContact corrections, InvitationModel view) {
    this.corrections = corrections;
    this.view = view;
  }

  @PostMapping("/desk/invitations/{id}/contact")
  String correct(
      Actor.Desk desk,
      @PathVariable UUID id,
      @RequestParam Channel channel,
      @RequestParam String value,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    var invitation = new InvitationId(id);
    try {
      return DeskAction.take(
          invitation,
          () -> {
            corrections.correct(invitation, channel, value.strip(), desk);
            return FlashMessage.CORRECTED;
          });
    } catch (IllegalArgumentException e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      view.fill(model, locale, invitation);
      model.addAttribute("wrongContact", true);
      model.addAttribute("value", value);
      model.addAttribute("channel", channel.name());
      return InvitationModel.PAGE;
    }
  }

  @PostMapping("/desk/invitations/{id}/give-up")
  String giveUp(Actor.Desk desk, @PathVariable UUID id) {
    var invitation = new InvitationId(id);
    return DeskAction.take(
        invitation,
        () -> {
          corrections.giveUp(invitation, desk);
          return FlashMessage.GIVEN_UP;
        });
  }
}
