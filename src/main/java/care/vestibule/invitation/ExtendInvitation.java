package care.vestibule.invitation;

import care.vestibule.identity.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives patients more time to accept. */
@Component
@Transactional
public class ExtendInvitation {

  private final InvitationReader stored;
  private final InvitationTransitions transitions;
  private final InvitationAudit audit;

  ExtendInvitation(
      InvitationReader stored, InvitationTransitions transitions, InvitationAudit audit) {
    this.stored = stored;
    this.transitions = transitions;
    this.audit = audit;
  }

  /**
   * Lets an invitation live longer by so many days; whoever calls it tells the process.
   *
   * @throws InvitationRefused if it has ended, or would live for more than 90 days from now
   */
  public Invitation extend(InvitationId id, int days, Actor actor) {
    if (!transitions.extend(id, days)) {
      throw new InvitationRefused(RefusalReason.NOT_LIVE);
    }
    audit.record(actor, "INVITATION_EXTENDED", id, "DAYS:" + days);
    return stored.find(id).orElseThrow();
  }
}
