package care.vestibule.records;

import care.vestibule.crypto.KeyId;
import care.vestibule.directory.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of table {@code entity}. */
final class Entities {

  private static final String COLUMNS =
      """
      e.entity_id, e.patient_id, e.fhir_type, e.version, e.content_key_id, e.envelope,
      e.clinical_date
      """;

  private final JdbcClient jdbc;
  private final DelegationRows delegations = new DelegationRows();

  Entities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<KnownSource> known(UUID entity) {
    return jdbc.sql(
            """
            select patient_id, version, source_hash from entity
            where clinic_id = current_clinic() and entity_id = :id
            """)
        .param("id", entity)
        .query(
            (row, n) ->
                new KnownSource(
                    new PatientId(row.getObject("patient_id", UUID.class)),
                    row.getInt("version"),
                    row.getBytes("source_hash")))
        .optional();
  }

  void upsert(StoredEntity entity, byte[] sourceHash, Instant at) {
    jdbc.sql(
            """
            insert into entity (clinic_id, entity_id, patient_id, kind, fhir_type, version,
              content_key_id, envelope, clinical_date, source_hash, created_at, updated_at)
            values (current_clinic(), :id, :patient, :kind, :type, :version, :key, :envelope,
              :date, :hash, :at, :at)
            on conflict (clinic_id, entity_id) do update set version = excluded.version,
              content_key_id = excluded.content_key_id, envelope = excluded.envelope,
              clinical_date = excluded.clinical_date, source_hash = excluded.source_hash,
              updated_at = excluded.updated_at
            """)
        .param("id", entity.id())
        .param("patient", entity.patient().value())
        .param("kind", entity.kind().name())
        .param("type", entity.fhirType())
        .param("version", entity.version())
        .param("key", entity.contentKey().value())
        .param("envelope", entity.envelope())
        .param("date", entity.clinicalDate().orElse(null))
        .param("hash", sourceHash)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }

  /** Notes the hash of the same content under another pepper. */
  void rehash(UUID entity, byte[] sourceHash) {
    jdbc.sql(
            """
            update entity set source_hash = :hash
            where clinic_id = current_clinic() and entity_id = :id
            """)
        .param("hash", sourceHash)
        .param("id", entity)
        .update();
  }

  /** The entity, locked until the transaction ends. */
  Optional<StoredEntity> lock(UUID entity) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + "from entity e where clinic_id = current_clinic() and entity_id = :id for update")
        .param("id", entity)
        .query((row, n) -> entity(row))
        .optional();
  }

  /** Puts the same content under another key in the place of the one before. */
  void replaceEnvelope(StoredEntity entity, Instant at) {
    jdbc.sql(
            """
            update entity set version = :version, content_key_id = :key, envelope = :envelope,
              updated_at = :at
            where clinic_id = current_clinic() and entity_id = :id
            """)
        .param("version", entity.version())
        .param("key", entity.contentKey().value())
        .param("envelope", entity.envelope())
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .param("id", entity.id())
        .update();
  }

  /** What the delegate can read of the patient after the position, newest first. */
  List<ReadableEntity> readable(
      PatientId patient, UUID delegate, ReadingPosition after, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + ", "
                + DelegationRows.COLUMNS
                + """
                from entity e join lateral (
                  select entity_id, content_key_id, exchange_id, delegator, delegate, permission,
                    wrapped
                  from delegation where clinic_id = e.clinic_id and entity_id = e.entity_id
                    and delegate = :delegate and content_key_id = e.content_key_id
                  order by created_at limit 1) d on true
                where e.clinic_id = current_clinic() and e.patient_id = :patient
                  and (e.reading_date, e.entity_id) < (:date, :after)
                order by e.reading_date desc, e.entity_id desc
                limit :limit
                """)
        .param("delegate", delegate)
        .param("patient", patient.value())
        .param("date", after.date())
        .param("after", after.entity())
        .param("limit", limit)
        .query((row, n) -> new ReadableEntity(entity(row), delegations.mapRow(row, n)))
        .list();
  }

  private static StoredEntity entity(ResultSet row) throws SQLException {
    return new StoredEntity(
        row.getObject("entity_id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getString("fhir_type"),
        row.getInt("version"),
        new KeyId(row.getBytes("content_key_id")),
        row.getBytes("envelope"),
        Optional.ofNullable(row.getObject("clinical_date", LocalDate.class)));
  }

  /** What is already stored of something that is sent again. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record KnownSource(PatientId patient, int version, byte[] sourceHash) {}
}
