package care.vestibule.records;

import care.vestibule.crypto.KeyId;
import care.vestibule.directory.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** For which of a patient's keys the rights are wrapped. */
@Repository
@Transactional(readOnly = true)
public class SharedWith {

  private final JdbcClient jdbc;

  SharedWith(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether what was shared is of use to that key: not to one that took a lost one's place. */
  public boolean isFor(PatientId patient, KeyId key) {
    return jdbc.sql(
            """
            select exists (select 1 from share_keys
              where clinic_id = current_clinic() and patient_id = :patient and key_id = :key)
            """)
        .param("patient", patient.value())
        .param("key", key.hex())
        .query(Boolean.class)
        .single();
  }
}
