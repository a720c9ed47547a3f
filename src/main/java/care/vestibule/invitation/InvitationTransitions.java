package care.vestibule.invitation;

import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The steps an invitation can take, each one guarded by where it stands.
 *
 * <p>Every race is decided by the row and the database's clock: a step that comes too late changes
 * no row and says so.
 */
@Repository
public class InvitationTransitions {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  InvitationTransitions(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** False if the patient has a live invitation already. */
  boolean begin(InvitationId id, InvitationRequest request, Duration life) {
    return jdbc.sql(
                """
                insert into invitation (clinic_id, id, patient_id, invited_by, wish, purpose,
                                        link_life_seconds, status, generation, expires_at)
                values (:clinic, :id, :patient, :invitedBy, :wish, :purpose, :linkLife,
                        'REQUESTED', 1, now() + make_interval(secs => :life))
                on conflict (clinic_id, patient_id) where closed_at is null do nothing
                """)
            .param("clinic", clinic.get().value())
            .param("id", id.value())
            .param("patient", request.patient().value())
            .param("invitedBy", request.invitedBy().value())
            .param("wish", request.channel().name())
            .param("purpose", request.purpose().name())
            .param("linkLife", request.linkLife().toSeconds())
            .param("life", life.toMillis() / 1000.0)
            .update()
        == 1;
  }

  /** False if it has ended, or a newer link took over. */
  public boolean markSent(InvitationId id, int generation) {
    return of(
                id,
                """
                update invitation set status = 'SENT', sent_at = coalesce(sent_at, now())
                 where clinic_id = :clinic and id = :id and closed_at is null
                   and generation = :generation
                """)
            .param("generation", generation)
            .update()
        == 1;
  }

  public void markUndeliverable(InvitationId id) {
    of(
            id,
            """
            update invitation set status = 'UNDELIVERABLE'
             where clinic_id = :clinic and id = :id and closed_at is null
            """)
        .update();
  }

  /** Back to the beginning after the desk corrected the contact. */
  boolean reopen(InvitationId id) {
    return of(
                id,
                """
                update invitation set status = 'REQUESTED'
                 where clinic_id = :clinic and id = :id and closed_at is null
                   and status = 'UNDELIVERABLE'
                """)
            .update()
        == 1;
  }

  /** The desk could not correct the contact. */
  boolean giveUp(InvitationId id) {
    return of(
                id,
                """
                update invitation set closed_at = now()
                 where clinic_id = :clinic and id = :id and closed_at is null
                   and status = 'UNDELIVERABLE'
                """)
            .update()
        == 1;
  }

  /** Wins or loses the one race that matters: against expiry, withdrawal and another browser. */
  public boolean accept(InvitationId id, int generation) {
    return of(
                id,
                """
                update invitation set status = 'ACCEPTED', accepted_at = now(), closed_at = now()
                 where clinic_id = :clinic and id = :id and closed_at is null
                   and generation = :generation and expires_at > now()
                """)
            .param("generation", generation)
            .update()
        == 1;
  }

  /** False if it has ended, its time is up, or it would live for more than 90 days from now. */
  boolean extend(InvitationId id, int days) {
    return of(
                id,
                """
                update invitation set expires_at = expires_at + make_interval(days => :days)
                 where clinic_id = :clinic and id = :id and closed_at is null
                   and expires_at > now()
                   and expires_at + make_interval(days => :days) <= now() + interval '90 days'
                """)
            .param("days", days)
            .update()
        == 1;
  }

  boolean expire(InvitationId id) {
    return of(
                id,
                """
                update invitation set status = 'EXPIRED', closed_at = now()
                 where clinic_id = :clinic and id = :id and closed_at is null
                   and expires_at <= now()
                """)
            .update()
        == 1;
  }

  /** Closes an invitation for a new key whose time is up: no process does it. */
  void expireRenewalOf(PatientId patient) {
    jdbc.sql(
            """
            update invitation set status = 'EXPIRED', closed_at = now()
             where clinic_id = :clinic and patient_id = :patient and purpose = 'NEW_KEY'
               and closed_at is null and expires_at <= now()
            """)
        .param("clinic", clinic.get().value())
        .param("patient", patient.value())
        .update();
  }

  boolean withdraw(InvitationId id) {
    return of(
                id,
                """
                update invitation set status = 'WITHDRAWN', closed_at = now()
                 where clinic_id = :clinic and id = :id
                   and (closed_at is null or status = 'ACCEPTED')
                """)
            .update()
        == 1;
  }

  public void conclude(InvitationId id, InvitationOutcome outcome) {
    of(id, "update invitation set outcome = :outcome where clinic_id = :clinic and id = :id")
        .param("outcome", outcome.name())
        .update();
  }

  private StatementSpec of(InvitationId id, String sql) {
    return jdbc.sql(sql).param("clinic", clinic.get().value()).param("id", id.value());
  }
}
