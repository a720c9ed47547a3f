package care.vestibule.records;

import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers for which key of a patient the rights are; needs a transaction around it. */
@Component
public class ShareKeys {

  private final JdbcClient jdbc;
  private final Records records;

  ShareKeys(JdbcClient jdbc, Records records) {
    this.jdbc = jdbc;
    this.records = records;
  }

  /**
   * Shares with this key from now on; rights for a former one are removed, because they are
   * unreadable to the patient and would count as shared.
   */
  public void use(PartyKey key) {
    var patient = new PatientId(key.party());
    var changed =
        jdbc.sql(
                """
                insert into share_keys (clinic_id, patient_id, key_id)
                values (:clinic, :patient, :key)
                on conflict (clinic_id, patient_id) do update set key_id = excluded.key_id
                where share_keys.key_id <> excluded.key_id
                """)
            .param("clinic", key.clinic().value())
            .param("patient", key.party())
            .param("key", key.key().id().hex())
            .update();
    if (changed > 0) {
      records.revoke(patient, key.party());
    }
  }

  /** Shares with no key of the patient any more, and takes all rights back. */
  public void forget(PatientId patient) {
    jdbc.sql("delete from share_keys where clinic_id = current_clinic() and patient_id = :patient")
        .param("patient", patient.value())
        .update();
    records.revoke(patient, patient.value());
  }
}
