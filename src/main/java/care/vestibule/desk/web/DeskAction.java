package care.vestibule.desk.web;

import care.vestibule.identity.Problem;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationRefused;
import care.vestibule.invitation.RefusalReason;
import java.util.function.Supplier;

/** Takes a step and returns to the invitation, which then says what became of it. */
final class DeskAction {

  private DeskAction() {}

  /** Where to go after the step; a refusal is news, not an error. */
  static String take(InvitationId id, Supplier<FlashMessage> step) {
    var page = "redirect:/desk/invitations/" + id;
    try {
      return page + "?news=" + step.get();
    } catch (InvitationRefused refused) {
      return page + "?refused=" + known(refused);
    }
  }

  /** The reason, unless it is that there is no such thing in this clinic: that is nobody's news. */
  static RefusalReason known(InvitationRefused refused) {
    return switch (refused.reason()) {
      case UNKNOWN_PATIENT, UNKNOWN_SENDER, UNKNOWN_INVITATION -> throw Problem.notFound();
      default -> refused.reason();
    };
  }
}
