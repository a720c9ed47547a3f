package care.vestibule.accessrequest.hold;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.HcpAccessRequests;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Single records that doctors hold back: begun with an approval, ended by a day or earlier. */
@Component
public class HoldBacks {

  private final HcpAccessRequests inbox;
  private final HoldBackRules rules;
  private final HoldBackTable table;
  private final PlannedHoldBackTable choices;
  private final AuditLog audit;
  private final TransactionTemplate transactions;

  HoldBacks(
      HcpAccessRequests inbox,
      HoldBackRules rules,
      HoldBackTable table,
      PlannedHoldBackTable choices,
      AuditLog audit,
      TransactionTemplate transactions) {
    this.inbox = inbox;
    this.rules = rules;
    this.table = table;
    this.choices = choices;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * Begins to hold back, in the transaction of the approval.
   *
   * @param wishes everything the doctor planned, and maybe more
   * @throws Problem 409 {@code has-holds} if something was planned that is not among them; 400
   *     {@code hold-too-many}, {@code hold-day} or {@code hold-no-record}; 409 {@code
   *     hold-read-already} or {@code hold-already}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(AccessRequest request, Actor.Doctor doctor, List<HoldBack> wishes) {
    var id = request.id();
    var patient = request.responsible();
    var named = wishes.stream().map(HoldBack::record).collect(Collectors.toSet());
    if (choices.of(id, doctor.hcp()).stream().anyMatch(one -> !named.contains(one.record()))) {
      throw new Problem(Problem.Kind.CONFLICT, "has-holds");
    }
    if (wishes.isEmpty()) {
      return;
    }
    rules.require(patient, doctor.hcp(), wishes);
    for (var wish : wishes) {
      if (!table.insert(id, patient, doctor.hcp(), wish)) {
        throw HoldBackRules.alreadyHeld();
      }
      record(doctor.reference(), "RECORD_HELD_BACK", wish.record(), wish.reason().name());
    }
    choices.removeAll(id, doctor.hcp());
  }

  /**
   * Ends one of the doctor's holds early: the agent then shares the record, if an approval stands.
   *
   * @throws Problem 404 if the request is not this doctor's; 409 {@code hold-none} if this doctor
   *     holds no such record back from that patient, or not any more
   */
  public void release(Actor.Doctor doctor, AccessRequestId id, UUID record) {
    transactions.executeWithoutResult(
        status -> {
          var patient = inbox.get(doctor.hcp(), id).responsible();
          if (!table.release(patient, doctor.hcp(), record, doctor.reference())) {
            throw new Problem(Problem.Kind.CONFLICT, "hold-none");
          }
          record(doctor.reference(), "HOLD_RELEASED", record, "NONE");
        });
  }

  /** What a doctor holds back from a patient now, the first to end first. */
  public List<HoldBack> of(HcpId doctor, PatientId patient) {
    return transactions.execute(status -> table.of(patient, doctor));
  }

  /** Whether doctors hold anything back from the patient now. */
  public boolean stand(PatientId patient) {
    return transactions.execute(status -> !table.notes(patient).isEmpty());
  }

  private void record(String actor, String action, UUID record, String code) {
    audit.record(new AuditEvent(actor, action, "entity:" + record, code));
  }
}
