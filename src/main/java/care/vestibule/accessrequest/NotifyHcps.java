package care.vestibule.accessrequest;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.Patient;
import care.vestibule.directory.Patients;
import care.vestibule.identity.Users;
import care.vestibule.process.Incident;
import care.vestibule.records.Records;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks everybody who holds data of a patient to share it with the patient. */
@Component
public final class NotifyHcps {

  private static final Logger LOG = LoggerFactory.getLogger(NotifyHcps.class);
  private static final String PROCESS = "process";

  private final Patients patients;
  private final Users users;
  private final Records holders;
  private final ActiveKeys keys;
  private final AccessRequests notifications;
  private final RequestAccess questions;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  NotifyHcps(
      Patients patients,
      Users users,
      Records holders,
      ActiveKeys keys,
      AccessRequests notifications,
      RequestAccess questions,
      CurrentClinic clinic,
      TransactionTemplate transactions) {
    this.patients = patients;
    this.users = users;
    this.holders = holders;
    this.keys = keys;
    this.notifications = notifications;
    this.questions = questions;
    this.clinic = clinic;
    this.transactions = transactions;
  }

  /**
   * Asks, once for each holder and key; questions about a former key of the patient are cancelled.
   *
   * @param patientRef the patient, as the engine knows them
   * @param dueIn how long after the question an answer is due
   * @return those of the invitation whose answer is awaited
   * @throws Incident {@code PATIENT_KEY_MISSING} if there is no key to share with
   */
  public List<AccessRequest> askHolders(UUID patientRef, UUID invitation, Duration dueIn) {
    var subject = transactions.execute(status -> subject(patientRef));
    // Each in a transaction of its own: one professional's trouble never hides the others.
    for (var hcp : subject.holders()) {
      try {
        transactions.executeWithoutResult(
            status -> ask(subject, invitation, dueIn, hcp, noKey(hcp)));
      } catch (RuntimeException e) {
        LOG.warn("Professional {} was not asked: {}", hcp, e.getClass().getSimpleName());
        transactions.executeWithoutResult(
            status ->
                ask(subject, invitation, dueIn, hcp, Optional.of(AccessRequestProblem.NOT_ASKED)));
      }
    }
    return transactions.execute(
        status ->
            notifications.ofInvitation(invitation).stream()
                .filter(one -> one.key().equals(subject.key()) && one.isOpen())
                .toList());
  }

  private Subject subject(UUID patientRef) {
    var patient = patients.findByRef(patientRef).orElseThrow();
    var key = keys.of(patient.id().value()).orElseThrow(() -> new Incident("PATIENT_KEY_MISSING"));
    questions.keyChanged(patient.id(), key.id(), PROCESS);
    var author = users.ofPatient(patient.id()).orElseThrow().id().value();
    var askedBefore =
        notifications.ofPatient(patient.id()).stream().anyMatch(one -> !one.key().equals(key.id()));
    return new Subject(
        patient,
        key.id(),
        author,
        askedBefore
            ? AccessRequestType.KEY_PAIR_UPDATE
            : AccessRequestType.NEW_USER_OWN_DATA_ACCESS,
        List.copyOf(holders.holdersOf(patient.id())));
  }

  private Optional<AccessRequestProblem> noKey(HcpId hcp) {
    return keys.of(hcp.value()).isPresent()
        ? Optional.empty()
        : Optional.of(AccessRequestProblem.NO_KEY);
  }

  private void ask(
      Subject subject,
      UUID invitation,
      Duration dueIn,
      HcpId hcp,
      Optional<AccessRequestProblem> problem) {
    questions.ask(
        new NewAccessRequest(
            clinic.get(),
            subject.type(),
            subject.author(),
            subject.patient().id(),
            hcp,
            invitation,
            subject.key(),
            dueIn,
            problem),
        PROCESS);
  }

  private record Subject(
      Patient patient, String key, UUID author, AccessRequestType type, List<HcpId> holders) {}
}
