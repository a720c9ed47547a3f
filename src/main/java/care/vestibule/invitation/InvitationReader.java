package care.vestibule.invitation;

import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.CurrentClinic;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invitations of the current clinic, read. */
@Repository
public class InvitationReader {

  private static final String COLUMNS =
      """
      select i.clinic_id, i.id, i.patient_id, i.invited_by, i.wish, i.purpose, i.status, i.generation,
             i.link_life_seconds, i.requested_at, i.expires_at, l.expires_at as link_expires_at,
             i.accepted_at, i.closed_at, i.outcome
        from invitation i
        join invitation_link l on l.clinic_id = i.clinic_id and l.invitation_id = i.id
                              and l.generation = i.generation
      """;

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  InvitationReader(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  public Optional<Invitation> find(InvitationId id) {
    return jdbc.sql(COLUMNS + "where i.clinic_id = :clinic and i.id = :id")
        .param("clinic", clinic.get().value())
        .param("id", id.value())
        .query(new InvitationRows())
        .optional();
  }

  /** The invitation, held still until the transaction ends. */
  public Optional<Invitation> lock(InvitationId id) {
    jdbc.sql("select 1 from invitation where clinic_id = :clinic and id = :id for update")
        .param("clinic", clinic.get().value())
        .param("id", id.value())
        .query(Integer.class)
        .optional();
    return find(id);
  }

  Optional<Invitation> liveOf(PatientId patient) {
    return jdbc.sql(
            COLUMNS
                + "where i.clinic_id = :clinic and i.patient_id = :patient and i.closed_at is null")
        .param("clinic", clinic.get().value())
        .param("patient", patient.value())
        .query(new InvitationRows())
        .optional();
  }

  public Optional<Invitation> latestOf(PatientId patient) {
    return jdbc.sql(
            COLUMNS
                + """
                where i.clinic_id = :clinic and i.patient_id = :patient
                order by i.requested_at desc, i.id limit 1
                """)
        .param("clinic", clinic.get().value())
        .param("patient", patient.value())
        .query(new InvitationRows())
        .optional();
  }
}
