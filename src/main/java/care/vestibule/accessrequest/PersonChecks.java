package care.vestibule.accessrequest;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Doctors ask the desk to verify the person first; the answer stands beside the request. */
@Component
@Transactional
public class PersonChecks {

  private final PersonCheckTable table;
  private final HcpAccessRequests inbox;
  private final AuditLog audit;
  private final CurrentClinic clinic;
  private final Clock clock;

  PersonChecks(
      PersonCheckTable table,
      HcpAccessRequests inbox,
      AuditLog audit,
      CurrentClinic clinic,
      Clock clock) {
    this.table = table;
    this.inbox = inbox;
    this.audit = audit;
    this.clinic = clinic;
    this.clock = clock;
  }

  /**
   * Asks; asking again after an answer asks anew, before it changes nothing.
   *
   * @throws Problem 404 if it is not this doctor's; 409 {@code closed} if no answer is awaited
   */
  public void ask(AccessRequestId id, Actor.Doctor doctor) {
    var asked = inbox.get(doctor.hcp(), id);
    if (!asked.isOpen()) {
      throw new Problem(Problem.Kind.CONFLICT, "closed");
    }
    if (table.ask(clinic.get(), id, doctor.hcp(), DatabaseTime.now(clock))) {
      audit.record(
          new AuditEvent(doctor.reference(), "PERSON_CHECK_ASKED", "notification:" + id, "NONE"));
    }
  }

  /**
   * Answers what a doctor asked.
   *
   * @throws Problem 409 {@code already-answered} if nobody asks that any more
   */
  public void answer(AccessRequestId id, Actor.Desk desk, PersonOutcome outcome) {
    if (!table.answer(clinic.get(), id, outcome, desk.reference(), DatabaseTime.now(clock))) {
      throw new Problem(Problem.Kind.CONFLICT, "already-answered");
    }
    audit.record(
        new AuditEvent(
            desk.reference(), "PERSON_CHECK_ANSWERED", "notification:" + id, outcome.name()));
  }

  /** What was asked about a request, if anything was. */
  @Transactional(readOnly = true)
  public Optional<PersonCheck> of(AccessRequestId id) {
    return table.find(clinic.get(), id);
  }

  /** What the desk has not answered, oldest first. */
  @Transactional(readOnly = true)
  public List<PersonCheck> open() {
    return table.open(clinic.get());
  }
}
