package care.vestibule.desk.web;

import care.vestibule.identity.Actor;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.RefusalReason;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows one invitation and what the desk can do about it. */
@Controller
@OnlyIn(Zone.PORTAL)
class InvitationPage {

  private final InvitationModel view;

  InvitationPage(InvitationModel view) {
    this.view = view;
  }

  @GetMapping("/desk/invitations/{id}")
  String show(
      Actor.Desk desk,
      @PathVariable UUID id,
      @RequestParam Optional<FlashMessage> news,
      @RequestParam Optional<RefusalReason> refused,
      Model model,
      Locale locale) {
    view.fill(model, locale, new InvitationId(id));
    model.addAttribute("news", news.map(Enum::name).orElse(""));
    model.addAttribute("refused", refused.map(Enum::name).orElse(""));
    return InvitationModel.PAGE;
  }

  /** The page asks again while a message is under way; nothing new is no content. */
  @GetMapping(path = "/desk/invitations/{id}", headers = "HX-Request")
  @Nullable String refresh(
      Actor.Desk desk,
      @PathVariable UUID id,
      @RequestHeader("X-Seen") String seen,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    if (view.fill(model, locale, new InvitationId(id)).version().equals(seen)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    return InvitationModel.PAGE;
  }
}
