package care.vestibule.audit;

import care.vestibule.audit.AuditEvents.ChainHead;
import java.util.Arrays;
import java.util.UUID;

/** Follows a chain from its first link and remembers the first one that does not hold. */
final class ChainWalk {

  private final UUID clinic;
  private ChainHead last = ChainHead.NONE;
  private boolean broken;

  ChainWalk(UUID clinic) {
    this.clinic = clinic;
  }

  void step(AuditRow row) {
    if (broken) {
      return;
    }
    var expected = ChainLink.hash(last.hash(), clinic, last.position() + 1, row.at(), row.parts());
    if (row.position() == last.position() + 1
        && Arrays.equals(row.previousHash(), last.hash())
        && Arrays.equals(row.hash(), expected)) {
      last = new ChainHead(row.position(), row.hash());
    } else {
      broken = true;
    }
  }

  ChainState endedAt(ChainHead head) {
    boolean complete =
        head.position() == last.position() && Arrays.equals(head.hash(), last.hash());
    return broken || !complete
        ? new ChainState.Broken(last.position() + 1)
        : new ChainState.Intact(last.position());
  }
}
