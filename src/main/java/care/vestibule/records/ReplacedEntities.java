package care.vestibule.records;

import care.vestibule.crypto.KeyId;
import care.vestibule.directory.PatientId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of table {@code share_replaced}. */
final class ReplacedEntities {

  private final JdbcClient jdbc;

  ReplacedEntities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes, before an entity gets a new version, through which exchanges its patient has it. */
  void note(UUID entity, Instant at) {
    jdbc.sql(
            """
            insert into share_replaced (clinic_id, exchange_id, entity_id, patient_id, fhir_type,
              version, content_key_id, replaced_at)
            select e.clinic_id, d.exchange_id, e.entity_id, e.patient_id, e.fhir_type, e.version,
              e.content_key_id, :at
            from entity e join delegation d
              on d.clinic_id = e.clinic_id and d.entity_id = e.entity_id
              and d.content_key_id = e.content_key_id and d.delegate = e.patient_id
            where e.clinic_id = current_clinic() and e.entity_id = :entity
            on conflict do nothing
            """)
        .param("entity", entity)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }

  List<ReplacedEntity> of(PatientId patient) {
    return jdbc.sql(
            """
            select exchange_id, entity_id, fhir_type, version, content_key_id from share_replaced
            where clinic_id = current_clinic() and patient_id = :patient
            order by exchange_id, entity_id
            """)
        .param("patient", patient.value())
        .query(
            (row, n) ->
                new ReplacedEntity(
                    row.getObject("exchange_id", UUID.class),
                    new GrantedEntity(
                        row.getObject("entity_id", UUID.class),
                        row.getString("fhir_type"),
                        row.getInt("version"),
                        new KeyId(row.getBytes("content_key_id")))))
        .list();
  }

  void forget(UUID exchange) {
    jdbc.sql(
            """
            delete from share_replaced
            where clinic_id = current_clinic() and exchange_id = :exchange
            """)
        .param("exchange", exchange)
        .update();
  }
}
