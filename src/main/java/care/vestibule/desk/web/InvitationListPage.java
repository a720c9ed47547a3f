package care.vestibule.desk.web;

import care.vestibule.desk.DeskInvitations;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.invitation.DeskState;
import care.vestibule.invitation.InvitationCursor;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's list of invitations. */
@Controller
@OnlyIn(Zone.PORTAL)
class InvitationListPage {

  private final DeskInvitations invitations;
  private final DeskModel frame;

  InvitationListPage(DeskInvitations invitations, DeskModel frame) {
    this.invitations = invitations;
    this.frame = frame;
  }

  @GetMapping("/desk")
  String list(
      Actor.Desk desk,
      @RequestParam Optional<DeskState> show,
      @RequestParam Optional<String> after,
      Model model,
      Locale locale) {
    var from = after.map(text -> InvitationCursor.parse(text).orElseThrow(Problem::notFound));
    frame.fill(model, locale);
    model.addAttribute("list", invitations.page(show, from));
    model.addAttribute("show", show.map(Enum::name).orElse(""));
    model.addAttribute("standings", DeskState.values());
    model.addAttribute("further", from.isPresent());
    return "desk/list";
  }
}
