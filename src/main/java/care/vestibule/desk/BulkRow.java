package care.vestibule.desk;

import care.vestibule.desk.PatientList.NamedPatient;
import care.vestibule.invitation.InvitationPreview;
import java.util.Optional;

/**
 * What would become of one row of a list.
 *
 * @param prospect whom it names, if it names one patient of this clinic
 * @param problem why the row itself leads to nobody
 */
public record BulkRow(
    NamedPatient named, Optional<InvitationPreview> prospect, Optional<Problem> problem) {

  /** Whether inviting would begin something. */
  public boolean canBeInvited() {
    return problem.isEmpty() && prospect.filter(InvitationPreview::canBeInvited).isPresent();
  }

  /** What is wrong with a row. */
  public enum Problem {
    /** This clinic has no such patient. */
    NOT_FOUND,
    /** Several patients have that number, given out by different offices. */
    SEVERAL,
    /** The patient of that number was born on another day. */
    BORN_OTHERWISE,
    /** A row above names the same patient. */
    TWICE
  }
}
