package care.vestibule.desk.web;

import care.vestibule.desk.DeskInvitations;
import care.vestibule.desk.InvitationDetail;
import care.vestibule.identity.Problem;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationPreviews.InvitationContact;
import care.vestibule.messaging.Channel;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages about one invitation show. */
@Component
@OnlyIn(Zone.PORTAL)
class InvitationModel {

  /** The page itself. */
  static final String PAGE = "desk/invitation";

  private final DeskInvitations invitations;
  private final DeskModel frame;

  InvitationModel(DeskInvitations invitations, DeskModel frame) {
    this.invitations = invitations;
    this.frame = frame;
  }

  InvitationDetail fill(Model model, Locale locale, InvitationId id) {
    var detail = invitations.find(id).orElseThrow(Problem::notFound);
    frame.fill(model, locale);
    model.addAttribute("detail", detail);
    model.addAttribute("listed", detail.listed());
    model.addAttribute("invitation", detail.listed().invitation());
    model.addAttribute("news", "");
    model.addAttribute("refused", "");
    model.addAttribute("wrongContact", false);
    model.addAttribute("value", "");
    model.addAttribute("channel", channelToCorrect(detail).name());
    return detail;
  }

  private static Channel channelToCorrect(InvitationDetail detail) {
    return detail.ways().stream().map(InvitationContact::channel).findFirst().orElse(Channel.EMAIL);
  }
}
