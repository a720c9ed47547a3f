package care.vestibule.records;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Single entities a professional holds of a patient, as far as they can be told in clear. */
@Repository
public final class EntityLists {

  private static final String SELECT =
      """
      select e.entity_id, e.fhir_type, e.clinical_date, exists (
        select 1 from delegation p where p.clinic_id = e.clinic_id and p.entity_id = e.entity_id
          and p.delegate = e.patient_id and p.content_key_id = e.content_key_id) as readable
      from entity e
      where e.clinic_id = current_clinic() and e.patient_id = :patient and exists (
        select 1 from delegation d where d.clinic_id = e.clinic_id and d.entity_id = e.entity_id
          and d.delegate = :holder and d.content_key_id = e.content_key_id)
      """;

  private final JdbcClient jdbc;

  EntityLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The next entities, newest first, undated ones last.
   *
   * @param type only those of this FHIR R4 resource type
   * @param after the last one before; empty for the first
   */
  public List<ListedEntity> page(
      PatientId patient,
      HcpId holder,
      Optional<String> type,
      Optional<ReadingPosition> after,
      int limit) {
    var from = after.orElse(ReadingPosition.NEWEST);
    return jdbc.sql(
            SELECT
                + """
                  and (cast(:type as text) is null or e.fhir_type = :type)
                  and (e.reading_date, e.entity_id) < (:date, :after)
                order by e.reading_date desc, e.entity_id desc
                limit :limit
                """)
        .param("patient", patient.value())
        .param("holder", holder.value())
        .param("type", type.orElse(null))
        .param("date", from.date())
        .param("after", from.entity())
        .param("limit", limit)
        .query((row, n) -> entity(row))
        .list();
  }

  /** Those of the named ones that the professional holds of this patient, newest first. */
  public List<ListedEntity> of(PatientId patient, HcpId holder, Collection<UUID> named) {
    return jdbc.sql(
            SELECT
                + """
                  and e.entity_id = any(:named)
                order by e.reading_date desc, e.entity_id desc
                """)
        .param("patient", patient.value())
        .param("holder", holder.value())
        .param("named", named.toArray(UUID[]::new))
        .query((row, n) -> entity(row))
        .list();
  }

  private static ListedEntity entity(ResultSet row) throws SQLException {
    @Nullable LocalDate day = row.getObject("clinical_date", LocalDate.class);
    return new ListedEntity(
        row.getObject("entity_id", UUID.class),
        row.getString("fhir_type"),
        Optional.ofNullable(day),
        row.getBoolean("readable"));
  }

  /**
   * What can be said of an entity without decrypting it.
   *
   * @param clinicalDate the day it is about
   * @param readable whether the patient has a right to its present content
   */
  public record ListedEntity(
      UUID id, String fhirType, Optional<LocalDate> clinicalDate, boolean readable) {

    /** Where the list goes on after this one. */
    public ReadingPosition position() {
      return new ReadingPosition(clinicalDate.orElse(ReadingPosition.UNDATED), id);
    }
  }
}
