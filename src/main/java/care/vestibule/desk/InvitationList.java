package care.vestibule.desk;

import care.vestibule.invitation.DeskState;
import care.vestibule.invitation.InvitationCursor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of the desk's list.
 *
 * @param counts how many there are of each kind, on all pages
 * @param next where the next page begins; empty on the last one
 */
public record InvitationList(
    List<InvitationLine> lines, Map<DeskState, Integer> counts, Optional<InvitationCursor> next) {

  /** How many there are altogether. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
