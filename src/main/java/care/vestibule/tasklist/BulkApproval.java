package care.vestibule.tasklist;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.decision.ApproveAccess;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.tasklist.CheckedRequests.CheckedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Approves together what the doctor checked one by one.
 *
 * <p>Each request is answered in a transaction of its own, with the key the doctor saw when it was
 * checked: what changed since is refused by itself and holds nobody else up.
 */
@Component
public final class BulkApproval {

  private final CheckedRequests looks;
  private final ApproveAccess approving;

  BulkApproval(CheckedRequests looks, ApproveAccess approving) {
    this.looks = looks;
    this.approving = approving;
  }

  /**
   * Approves those of the wanted requests that the doctor has checked; others are left alone.
   *
   * @return what became of each, in the order they were checked
   */
  public List<Outcome> approve(Actor.Doctor doctor, Set<AccessRequestId> wanted) {
    var outcomes = new ArrayList<Outcome>();
    for (var look : looks.of(doctor)) {
      if (wanted.contains(look.notification())) {
        outcomes.add(approve(doctor, look));
      }
    }
    return outcomes;
  }

  private Outcome approve(Actor.Doctor doctor, CheckedRequest look) {
    try {
      approving.approve(
          look.notification(), doctor, look.fingerprint(), look.verification(), List.of());
      return new Outcome(look.notification(), "approved");
    } catch (Problem problem) {
      looks.drop(doctor, look.notification());
      return new Outcome(look.notification(), problem.slug());
    }
  }

  /**
   * What became of one request.
   *
   * @param news {@code approved}, or the slug of the problem
   */
  public record Outcome(AccessRequestId notification, String news) {}
}
