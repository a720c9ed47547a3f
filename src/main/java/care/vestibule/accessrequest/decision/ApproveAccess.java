package care.vestibule.accessrequest.decision;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.ActiveKeys;
import care.vestibule.accessrequest.hold.HoldBack;
import care.vestibule.accessrequest.hold.HoldBacks;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.process.ProcessVariable;
import care.vestibule.process.ProcessVariables;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A doctor approves an access request: all they hold is shared with the patient, but for the
 * records held back. The decision stands from the moment it is given, whether or not the engine can
 * be told at once.
 */
@Component
public final class ApproveAccess {

  private final DecisionRights rights;
  private final RecordedDecisions decisions;
  private final ActiveKeys keys;
  private final HoldBacks holdBacks;
  private final RecordedRefusals refusals;
  private final Clinics clinics;

  ApproveAccess(
      DecisionRights rights,
      RecordedDecisions decisions,
      ActiveKeys keys,
      HoldBacks holdBacks,
      RecordedRefusals refusals,
      Clinics clinics) {
    this.rights = rights;
    this.decisions = decisions;
    this.keys = keys;
    this.holdBacks = holdBacks;
    this.refusals = refusals;
    this.clinics = clinics;
  }

  /**
   * Approves; nothing of decision and hold-backs stands if either is refused.
   *
   * @param fingerprint of the patient's key as the doctor saw it, 6 groups of 5 digits
   * @param heldBack everything the doctor planned to hold back, and maybe more
   * @throws Problem 404 if it is not this doctor's; 409 {@code already-decided}, {@code taken},
   *     {@code closed}, {@code no-key}, {@code key-changed}, {@code has-holds} if something was
   *     planned that is not among {@code heldBack} or, where the clinic wants the digits compared,
   *     {@code key-not-compared}; 400 {@code hold-too-many}, {@code hold-day} or {@code
   *     hold-no-record}; 409 {@code hold-read-already} or {@code hold-already}
   */
  public Decision approve(
      AccessRequestId id,
      Actor.Doctor doctor,
      String fingerprint,
      KeyVerification verification,
      List<HoldBack> heldBack) {
    return refusals.recording(
        id,
        doctor,
        AccessRequestStatus.ONGOING,
        () -> {
          var request = rights.lock(id, doctor);
          requireKey(request, fingerprint);
          requireComparison(doctor, verification);
          var now = rights.approve(request, doctor);
          var decision =
              Decision.approval(request, doctor.hcp(), fingerprint.strip(), verification, now);
          decisions.record(
              decision,
              doctor,
              ProcessVariables.none().with(ProcessVariable.APPROVED, true),
              "ACCESS_APPROVED",
              verification + ":" + request.key());
          holdBacks.begin(request, doctor, heldBack);
          return decision;
        });
  }

  private void requireKey(AccessRequest request, String fingerprint) {
    if (keys.of(request.responsible().value())
        .filter(active -> active.id().equals(request.key()))
        .filter(active -> active.fingerprint().equals(fingerprint.strip()))
        .isEmpty()) {
      throw new Problem(Problem.Kind.CONFLICT, "key-changed");
    }
  }

  private void requireComparison(Actor.Doctor doctor, KeyVerification verification) {
    if (verification == KeyVerification.LINK_BOUND
        && clinics.find(doctor.clinic()).filter(Clinic::verifiedKeys).isPresent()) {
      throw new Problem(Problem.Kind.CONFLICT, "key-not-compared");
    }
  }
}
