package care.vestibule.accessrequest.decision;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.ActiveKeys;
import care.vestibule.accessrequest.DatabaseTime;
import care.vestibule.accessrequest.HeldBackRecords;
import care.vestibule.accessrequest.Leases;
import care.vestibule.accessrequest.StatusChanges;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.process.Outbox;
import care.vestibule.process.ProcessVariable;
import care.vestibule.process.ProcessVariables;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The doctors' answers: each is given once, and stands from the moment it is given, whether or not
 * the engine can be told at once.
 */
@Component
public final class Decisions {

  private final DecisionRights answerable;
  private final RecordedDecisions table;
  private final ActiveKeys keys;
  private final Leases leases;
  private final StatusChanges transitions;
  private final RecordedRefusals refusals;
  private final ObjectProvider<HeldBackRecords> reservations;
  private final Outbox outbox;
  private final Clinics clinics;
  private final CurrentClinic clinic;
  private final AuditLog audit;
  private final Clock clock;

  Decisions(
      DecisionRights answerable,
      RecordedDecisions table,
      ActiveKeys keys,
      Leases leases,
      StatusChanges transitions,
      RecordedRefusals refusals,
      ObjectProvider<HeldBackRecords> reservations,
      Outbox outbox,
      Clinics clinics,
      CurrentClinic clinic,
      AuditLog audit,
      Clock clock) {
    this.answerable = answerable;
    this.table = table;
    this.keys = keys;
    this.leases = leases;
    this.transitions = transitions;
    this.refusals = refusals;
    this.reservations = reservations;
    this.outbox = outbox;
    this.clinics = clinics;
    this.clinic = clinic;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Shares all that this doctor holds with the patient, whose key has the fingerprint the doctor
   * saw.
   *
   * @throws Problem 404 if it is not this doctor's; 409 {@code already-decided}, {@code taken},
   *     {@code closed}, {@code no-key}, {@code key-changed}, {@code has-holds} if the doctor chose
   *     to hold something back or, where the clinic wants the digits compared, {@code
   *     key-not-compared}
   */
  public Decision approve(
      AccessRequestId id, Actor.Doctor doctor, String fingerprint, KeyVerification verification) {
    return approve(id, doctor, fingerprint, verification, this::requireNoReservation);
  }

  /**
   * The same, with work that is done in the transaction of the decision, or else neither is.
   *
   * @param along sees to what the doctor chose to hold back; what it throws undoes the decision
   */
  public Decision approve(
      AccessRequestId id,
      Actor.Doctor doctor,
      String fingerprint,
      KeyVerification verification,
      Consumer<Decision> along) {
    return refusals.recording(
        id,
        doctor,
        AccessRequestStatus.ONGOING,
        () -> {
          var asked = answerable.lock(id, doctor);
          var key =
              keys.of(asked.responsible().value())
                  .filter(active -> active.id().equals(asked.key()))
                  .filter(active -> active.fingerprint().equals(fingerprint.strip()))
                  .orElseThrow(Decisions::keyChanged);
          requireComparison(verification);
          answerable.take(asked, doctor);
          var decision =
              new Decision(
                  id,
                  true,
                  doctor.hcp(),
                  key.fingerprint(),
                  key.id(),
                  verification,
                  Optional.empty(),
                  "",
                  DatabaseTime.now(clock));
          var answer = ProcessVariables.none().with(ProcessVariable.APPROVED, true);
          decide(decision, doctor, answer, "ACCESS_APPROVED", verification + ":" + key.id());
          along.accept(decision);
          return decision;
        });
  }

  /**
   * Shares nothing.
   *
   * @param message the doctor's words to the patient, at most 500 characters; may be empty
   * @throws Problem 404 if it is not this doctor's; 409 {@code already-decided}, {@code taken},
   *     {@code closed} or {@code no-key}; 400 {@code message-too-long}
   */
  public Decision decline(
      AccessRequestId id, Actor.Doctor doctor, DeclineReason reason, String message) {
    return refusals.recording(
        id,
        doctor,
        AccessRequestStatus.CANCELLED,
        () -> {
          var asked = answerable.lock(id, doctor);
          var decision =
              new Decision(
                  id,
                  false,
                  doctor.hcp(),
                  "",
                  "",
                  KeyVerification.LINK_BOUND,
                  Optional.of(reason),
                  CommentText.tamed(message),
                  DatabaseTime.now(clock));
          transitions.cancel(asked.id(), reason.asCancelReason(), doctor.reference());
          var answer =
              ProcessVariables.none()
                  .with(ProcessVariable.APPROVED, false)
                  .with(ProcessVariable.CANCEL_REASON, reason);
          return decide(decision, doctor, answer, "ACCESS_DECLINED", reason.name());
        });
  }

  private Decision decide(
      Decision decision,
      Actor.Doctor doctor,
      ProcessVariables answer,
      String action,
      String detail) {
    var id = decision.notification();
    table.insert(doctor.clinic(), decision);
    leases.answered(id, decision.at());
    outbox.completeUserTask(id.value(), answer);
    audit.record(new AuditEvent(doctor.reference(), action, "notification:" + id, detail));
    return decision;
  }

  private void requireComparison(KeyVerification verification) {
    if (verification == KeyVerification.LINK_BOUND
        && clinics.find(clinic.get()).filter(Clinic::verifiedKeys).isPresent()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "key-not-compared",
          "This clinic shares with a key only after its digits were compared with the patient.");
    }
  }

  private void requireNoReservation(Decision decision) {
    if (reservations.stream()
        .anyMatch(one -> one.areChosen(decision.notification(), decision.doctor()))) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "has-holds",
          "Records were chosen to be held back. Look at them and approve again.");
    }
  }

  private static Problem keyChanged() {
    return new Problem(
        HttpStatus.CONFLICT,
        "key-changed",
        "The patient's key is not the one you saw. Compare the fingerprint again.");
  }
}
