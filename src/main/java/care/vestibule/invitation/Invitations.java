package care.vestibule.invitation;

import care.vestibule.directory.PatientId;
import care.vestibule.identity.Actor;
import care.vestibule.invitation.engine.InvitationProcesses;
import care.vestibule.invitation.engine.InvitationWithdrawn;
import care.vestibule.process.Outbox;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invitations of the current clinic, as its people and systems start and steer them.
 *
 * <p>Every step throws {@link InvitationRefused} where it cannot be taken, and then changes
 * nothing.
 */
@Component
@Transactional
public class Invitations {

  private final InvitationReader stored;
  private final InvitePatient inviting;
  private final LinkGenerations generations;
  private final InvitationCounters counters;
  private final EndInvitation ends;
  private final InvitationProcesses processes;
  private final Outbox outbox;
  private final InvitationAudit audit;

  Invitations(
      InvitationReader stored,
      InvitePatient inviting,
      LinkGenerations generations,
      InvitationCounters counters,
      EndInvitation ends,
      InvitationProcesses processes,
      Outbox outbox,
      InvitationAudit audit) {
    this.stored = stored;
    this.inviting = inviting;
    this.generations = generations;
    this.counters = counters;
    this.ends = ends;
    this.processes = processes;
    this.outbox = outbox;
    this.audit = audit;
  }

  /** The invitation, if the current clinic has it. */
  @Transactional(readOnly = true)
  public Optional<Invitation> find(InvitationId id) {
    return stored.find(id);
  }

  /** The patient's newest invitation, live or ended. */
  @Transactional(readOnly = true)
  public Optional<Invitation> latestOf(PatientId patient) {
    return stored.latestOf(patient);
  }

  /**
   * Invites a patient, or gives back the invitation that is live already.
   *
   * @param idempotencyKey makes a repeated request one request
   */
  public RequestedInvitation request(
      InvitationRequest request, Optional<String> idempotencyKey, Actor actor) {
    return inviting.request(request, idempotencyKey, actor);
  }

  /** Sends a new link; every older one is dead when this returns. */
  public Invitation resend(InvitationId id, Actor actor) {
    var invitation = stored.lock(id).orElseThrow(InvitationRefused::unknown);
    if (invitation.state() == InvitationState.UNDELIVERABLE) {
      throw new InvitationRefused(RefusalReason.AT_THE_DESK);
    }
    // A person decided anew to let the patient in, so the patient may try codes anew.
    counters.forgetCodeTries(id);
    var generation =
        generations.next(id).orElseThrow(() -> new InvitationRefused(RefusalReason.NOT_LIVE));
    processes.of(invitation).freshLinkWanted(invitation, generation);
    audit.record(actor, "INVITATION_RESENT", id, "GENERATION:" + generation);
    return stored.find(id).orElseThrow();
  }

  /** Takes an invitation back, accepted or not; doing so twice is doing so once. */
  public Invitation withdraw(InvitationId id, boolean revokeShares, Actor actor) {
    var invitation = stored.lock(id).orElseThrow(InvitationRefused::unknown);
    if (invitation.state() == InvitationState.WITHDRAWN) {
      return invitation;
    }
    if (!ends.withdraw(invitation, revokeShares, actor.reference())) {
      throw new InvitationRefused(RefusalReason.NOT_LIVE);
    }
    outbox.publish(new InvitationWithdrawn(id, revokeShares).message());
    audit.record(actor, "INVITATION_WITHDRAWN", id, revokeShares ? "REVOKE_SHARES" : "NONE");
    return stored.find(id).orElseThrow();
  }
}
