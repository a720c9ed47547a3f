package care.vestibule.identity;

import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The patients' user accounts of the current clinic; a row exists before its first login. */
@Repository
@Transactional
public class Users {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  /** Users in the given database, of the clinic the thread works for. */
  public Users(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /**
   * The patient's account, made now if there is none that is not closed.
   *
   * <p>Asking twice gives the same account, so an invitation that failed never blocks the next.
   */
  public UserId createInvited(PatientId patient) {
    // The partial unique index on open accounts is what decides between two who ask at once.
    jdbc.sql(
            """
            insert into patient_user (clinic_id, id, patient_id, state)
            values (:clinic, :id, :patient, 'INVITED')
            on conflict (clinic_id, patient_id) where state <> 'CLOSED' do nothing
            """)
        .param("clinic", clinic.get().value())
        .param("id", UUID.randomUUID())
        .param("patient", patient.value())
        .update();
    return ofPatient(patient).orElseThrow().id();
  }

  /** The account of a patient, unless it is closed. */
  public Optional<User> ofPatient(PatientId patient) {
    return jdbc.sql(
            """
            select id, clinic_id, patient_id, state from patient_user
            where clinic_id = :clinic and patient_id = :patient and state <> 'CLOSED'
            """)
        .param("clinic", clinic.get().value())
        .param("patient", patient.value())
        .query(Users::read)
        .optional();
  }

  /** The account of that identifier, closed or not. */
  public Optional<User> find(UserId id) {
    return jdbc.sql(
            """
            select id, clinic_id, patient_id, state from patient_user
            where clinic_id = :clinic and id = :id
            """)
        .param("clinic", clinic.get().value())
        .param("id", id.value())
        .query(Users::read)
        .optional();
  }

  /**
   * Lets the user sign in with the device that holds the given key, beside any device before it.
   *
   * @param keyId the 16 bytes that name the key in the directory
   * @throws IllegalStateException if the account is closed or not there
   */
  public void activate(UserId id, byte[] keyId) {
    var activated =
        jdbc.sql(
                """
                update patient_user set state = 'ACTIVE', activated_at = coalesce(activated_at, now())
                where clinic_id = :clinic and id = :id and state <> 'CLOSED'
                """)
            .param("clinic", clinic.get().value())
            .param("id", id.value())
            .update();
    if (activated == 0) {
      throw new IllegalStateException("No open account to activate");
    }
    jdbc.sql(
            """
            insert into device_login (key_id, clinic_id, user_id) values (:key, :clinic, :id)
            on conflict (key_id) do nothing
            """)
        .param("key", keyId)
        .param("clinic", clinic.get().value())
        .param("id", id.value())
        .update();
  }

  /** Ends the account and every session of it, from the next request on. */
  public void close(UserId id) {
    jdbc.sql(
            """
            update patient_user set state = 'CLOSED', closed_at = now()
            where clinic_id = :clinic and id = :id and state <> 'CLOSED'
            """)
        .param("clinic", clinic.get().value())
        .param("id", id.value())
        .update();
    signOutEverywhere(id);
  }

  /** Ends every session of the account, from the next request on. */
  public void signOutEverywhere(UserId id) {
    jdbc.sql("delete from spring_session where principal_name = :reference")
        .param("reference", "user:" + id)
        .update();
  }

  private static User read(ResultSet row, int number) throws SQLException {
    return new User(
        new UserId(row.getObject("id", UUID.class)),
        new ClinicId(row.getObject("clinic_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        UserState.valueOf(row.getString("state")));
  }
}
