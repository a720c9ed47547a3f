package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.StatusChanges;
import care.vestibule.accessrequest.VisibleAccessRequests;
import care.vestibule.accessrequest.decision.Decision;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.records.Records;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes one share back, whatever becomes of the invitation.
 *
 * <p>The rights go in this transaction, so that the patient's next request finds none.
 */
@Component
@Transactional
public class RevokeShare {

  private final VisibleAccessRequests visible;
  private final AccessRequests notifications;
  private final StatusChanges transitions;
  private final ShareRevocations revocations;
  private final Records records;
  private final AuditLog audit;

  RevokeShare(
      VisibleAccessRequests visible,
      AccessRequests notifications,
      StatusChanges transitions,
      ShareRevocations revocations,
      Records records,
      AuditLog audit) {
    this.visible = visible;
    this.notifications = notifications;
    this.transitions = transitions;
    this.revocations = revocations;
    this.records = records;
    this.audit = audit;
  }

  /**
   * Takes a completed share back; one that was taken back already stays as it was.
   *
   * @throws Problem 404 if it is not the actor's to see; 403 if a colleague shared it; 409 if
   *     nothing was shared
   */
  public ShareRevocation revoke(
      Actor actor, AccessRequestId id, RevocationReason reason, Rekey rekey) {
    var asked = visible.get(actor, id);
    // Of two who revoke at the same time, the second waits here and finds the first one's.
    transitions.holdUnlessCancelled(id);
    var decision =
        notifications
            .decisionOn(id)
            .filter(Decision::approved)
            .filter(one -> asked.status() == AccessRequestStatus.COMPLETED)
            .orElseThrow(RevokeShare::nothingShared);
    if (actor instanceof Actor.Doctor doctor && !isOwn(doctor, asked, decision)) {
      throw new Problem(Problem.Kind.FORBIDDEN, "not-yours");
    }
    return revocations.of(id).orElseGet(() -> revoke(actor, asked, decision, reason, rekey));
  }

  /**
   * The revocation of a share, if there was one.
   *
   * @throws Problem 404 if the share is not the actor's to see
   */
  @Transactional(readOnly = true)
  public Optional<ShareRevocation> find(Actor actor, AccessRequestId id) {
    return revocations.of(visible.get(actor, id).id());
  }

  private ShareRevocation revoke(
      Actor actor, AccessRequest asked, Decision decision, RevocationReason reason, Rekey rekey) {
    var patient = asked.responsible();
    var taken = records.takeBack(patient, decision.doctor().value(), patient.value());
    var revocation =
        new ShareRevocation(
            asked.id(),
            patient,
            decision.doctor(),
            actor.reference(),
            reason,
            rekey,
            taken.size(),
            revocations.now(),
            Optional.empty(),
            0);
    revocations.insert(revocation, taken);
    audit.record(
        new AuditEvent(
            actor.reference(), "SHARE_REVOKED", "notification:" + asked.id(), reason.name()));
    return revocation;
  }

  private static boolean isOwn(Actor.Doctor doctor, AccessRequest asked, Decision decision) {
    return decision.doctor().equals(doctor.hcp()) || asked.hcp().equals(doctor.hcp());
  }

  private static Problem nothingShared() {
    return new Problem(Problem.Kind.CONFLICT, "nothing-shared");
  }
}
