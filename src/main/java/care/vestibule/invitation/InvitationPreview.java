package care.vestibule.invitation;

import care.vestibule.directory.Patient;
import care.vestibule.invitation.InvitationPreviews.InvitationContact;
import java.util.List;
import java.util.Optional;

/**
 * Whether and how a patient could be invited now.
 *
 * @param refusal why not, if not
 * @param ways the contacts an invitation would go to, the one to try first in front; never a
 *     landline
 * @param latest the patient's newest invitation, live or ended
 */
public record InvitationPreview(
    Patient patient,
    Optional<RefusalReason> refusal,
    List<InvitationContact> ways,
    Optional<Invitation> latest) {

  /** Copies the ways. */
  public InvitationPreview {
    ways = List.copyOf(ways);
  }

  /** Whether an invitation is under way already. */
  public boolean isInvited() {
    return latest.filter(Invitation::isLive).isPresent();
  }

  /** Whether inviting would begin something. */
  public boolean canBeInvited() {
    return refusal.isEmpty() && !isInvited();
  }
}
