package care.vestibule.accessrequest;

import care.vestibule.accessrequest.decision.Decision;
import care.vestibule.accessrequest.decision.RecordedDecisions;
import care.vestibule.accessrequest.history.AccessRequestHistory;
import care.vestibule.accessrequest.history.HistoryEntry;
import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.CurrentClinic;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notifications of the current clinic. */
@Component
@Transactional
public class AccessRequests {

  private final JdbcClient jdbc;
  private final AccessRequestSearch search;
  private final AccessRequestHistory history;
  private final RecordedDecisions decisions;
  private final CurrentClinic clinic;

  AccessRequests(
      JdbcClient jdbc,
      AccessRequestSearch search,
      AccessRequestHistory history,
      RecordedDecisions decisions,
      CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.search = search;
    this.history = history;
    this.decisions = decisions;
    this.clinic = clinic;
  }

  /** The notification, if the clinic has it. */
  public Optional<AccessRequest> find(AccessRequestId id) {
    return jdbc.sql(
            """
            select clinic_id, id, type, status, author, responsible, hcp, invitation, key_id,
              handler, open_to_deputies, reason, problem, created, modified
            from notifications where clinic_id = :clinic and id = :id
            """)
        .param("clinic", clinic.get().value())
        .param("id", id.value())
        .query(new AccessRequestRow())
        .optional();
  }

  /** Whom an invitation led to ask, in every status, oldest first. */
  public List<AccessRequest> ofInvitation(UUID invitation) {
    return jdbc.sql(
            """
            select clinic_id, id, type, status, author, responsible, hcp, invitation, key_id,
              handler, open_to_deputies, reason, problem, created, modified
            from notifications where clinic_id = :clinic and invitation = :invitation
            order by created, id
            """)
        .param("clinic", clinic.get().value())
        .param("invitation", invitation)
        .query(new AccessRequestRow())
        .list();
  }

  /** Whom was asked on behalf of a patient, in every status, oldest first. */
  public List<AccessRequest> ofPatient(PatientId patient) {
    return jdbc.sql(
            """
            select clinic_id, id, type, status, author, responsible, hcp, invitation, key_id,
              handler, open_to_deputies, reason, problem, created, modified
            from notifications where clinic_id = :clinic and responsible = :patient
            order by created, id
            """)
        .param("clinic", clinic.get().value())
        .param("patient", patient.value())
        .query(new AccessRequestRow())
        .list();
  }

  /** Those that are open and whose answer nobody waits for, oldest first. */
  public List<AccessRequest> withProblem() {
    return jdbc.sql(
            """
            select clinic_id, id, type, status, author, responsible, hcp, invitation, key_id,
              handler, open_to_deputies, reason, problem, created, modified
            from notifications
            where clinic_id = :clinic and problem is not null and status in ('PENDING', 'ONGOING')
            order by created, id
            """)
        .param("clinic", clinic.get().value())
        .query(new AccessRequestRow())
        .list();
  }

  /** One page of the clinic's notifications. */
  public AccessRequestList search(AccessRequestFilter filter) {
    return search.page(clinic.get(), filter, Optional.empty());
  }

  /** What happened to a notification, and what was refused, oldest first. */
  public List<HistoryEntry> historyOf(AccessRequestId id) {
    return history.of(clinic.get(), id);
  }

  /** The answer to a notification, if it was given. */
  public Optional<Decision> decisionOn(AccessRequestId id) {
    return decisions.find(clinic.get(), id);
  }
}
