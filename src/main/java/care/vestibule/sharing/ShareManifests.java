package care.vestibule.sharing;

import care.vestibule.crypto.ShareManifest;
import care.vestibule.directory.PatientId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The signed manifests of what was shared; see docs/keys.md. */
@Repository
@Transactional
public class ShareManifests {

  private final JdbcClient jdbc;

  ShareManifests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The encoded manifests of what a patient can read, each exchange's in their order. */
  @Transactional(readOnly = true)
  public List<byte[]> of(PatientId patient) {
    return jdbc.sql(
            """
            select manifest from share_manifest m
            where clinic_id = current_clinic() and patient_id = :patient and exists (
              select 1 from delegation d where d.clinic_id = current_clinic()
                and d.delegate = :patient and d.exchange_id = m.exchange_id)
            order by exchange_id, sequence
            """)
        .param("patient", patient.value())
        .query((row, number) -> row.getBytes("manifest"))
        .list();
  }

  /** The last one of an exchange. */
  Optional<ShareManifest> newest(UUID exchange) {
    return jdbc.sql(
            """
            select manifest from share_manifest
            where clinic_id = current_clinic() and exchange_id = :exchange
            order by sequence desc limit 1
            """)
        .param("exchange", exchange)
        .query((row, number) -> ShareManifest.decode(row.getBytes("manifest")))
        .optional();
  }

  void save(ShareManifest manifest) {
    var header = manifest.header();
    jdbc.sql(
            """
            insert into share_manifest
              (clinic_id, exchange_id, sequence, patient_id, manifest, created_at)
            values (current_clinic(), :exchange, :sequence, :patient, :manifest, :at)
            """)
        .param("exchange", header.exchange())
        .param("sequence", manifest.sequence())
        .param("patient", header.delegate())
        .param("manifest", manifest.encoded())
        .param("at", OffsetDateTime.ofInstant(header.createdAt(), ZoneOffset.UTC))
        .update();
  }
}
